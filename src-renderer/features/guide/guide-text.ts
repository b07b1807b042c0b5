/** The guide of the repository's docs/, as it was when the window was built: shown without any network. */
import { readChapters } from './chapters';

const texts = import.meta.glob<string>('../../../docs/huong-dan-su-dung.md', { eager: true, query: '?raw', import: 'default' });
const files = import.meta.glob<string>('../../../docs/hinh/*.webp', { eager: true, query: '?url', import: 'default' });

export const chapters = readChapters(Object.values(texts).join('\n'));

/** Address of a picture that the guide names, e.g. `hinh/tong-quan.webp`; undefined where there is none. */
export const pictureUrl = (file: string): string | undefined => files[`../../../docs/${file}`];
