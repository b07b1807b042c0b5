/** The page's origin, and the address that the window loads. */
export const windowOrigin = 'app://ui';
export const windowUrl = `${windowOrigin}/`;

/** Whether an address belongs to our own page. Compares parts, since Node knows no origin for a scheme of our own. */
export const isWindowUrl = (address: string): boolean => {
  try {
    const { protocol: scheme, host, username, password } = new URL(address);
    return scheme === 'app:' && host === 'ui' && username === '' && password === '';
  } catch {
    return false;
  }
};
