import { defineWords } from '../../i18n/words';

export const useGuideWords = defineWords('guide', {
  vi: {
    title: 'Hướng dẫn sử dụng',
    contents: 'Mục lục hướng dẫn',
    find: 'Tìm trong hướng dẫn',
    noneFound: 'Không thấy. Thử gõ ít chữ hơn, không cần dấu.',
    found: '{{count}} chỗ',
    ofScreen: 'Hướng dẫn màn hình này',
    whole: 'Mở to trong hướng dẫn',
    back: 'Quay lại mở khóa',
  },
  en: {
    title: 'User’s guide',
    contents: 'Contents of the guide',
    find: 'Find in the guide',
    noneFound: 'Not found. Try fewer words; marks are not needed.',
    found: '{{count}} places',
    found_one: '{{count}} place',
    ofScreen: 'Guide to this screen',
    whole: 'Open in the guide',
    back: 'Back to unlocking',
  },
});
