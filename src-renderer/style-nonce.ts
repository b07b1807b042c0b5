import { setNonce } from 'get-nonce';

/** Fresh for each load of the page; without it the content security policy refuses style elements. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

setNonce(styleNonce);
