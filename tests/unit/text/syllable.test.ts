import { describe, expect, it } from 'vitest';
import { isSyllable } from '../../../src-shared/text/syllable';

describe('syllables of Vietnamese', () => {
  it.each(
    'nghiêng nghĩa giường giữa gì giếng quyết quốc quý qua quanh hòa hoà thủy thuỷ ủy uỷ khuỷu khuyết nguyễn xuyên oanh hoạch thoát được người hươu đảng việc nhận thuộc nghiệp luật ý yên yếu ấp ơn ích êm thuở huơ tuần loăn ngoằn kiểm giám sát tỉnh xã quỹ giấy gỡ ghép kỷ kẽ cả'.split(
      ' ',
    ),
  )('knows %s', (syllable) => expect(isSyllable(syllable)).toBe(true));

  it.each('kiếmt nga~ ngêh cế kả ghà gè ngi biêch tac mêp̀ bạạ zan fa wê ưôn hat quỹên tiềng1 thưở'.split(' '))('rejects %s', (text) =>
    expect(isSyllable(text)).toBe(false),
  );
});
