/** The guide of the repository's docs/, as it was when the window was built: shown without any network. */
import text from '../../../docs/huong-dan-su-dung.md?raw';
import { readChapters } from './chapters';

const files = import.meta.glob<string>('../../../docs/hinh/*.webp', { eager: true, query: '?url', import: 'default' });

export const chapters = readChapters(text);

/** Address of a picture that the guide names, e.g. `hinh/tong-quan.webp`; undefined where there is none. */
export const pictureUrl = (file: string): string | undefined => files[`../../../docs/${file}`];
