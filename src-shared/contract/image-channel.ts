/**
 * Page images on their way from the service to the window: `<img src="archive://page/<sha256>?variant=view">`. The shell's
 * protocol handler asks the service over the port `image`; the service decrypts and checks the whole file before it answers.
 *
 * Question `{ id, path }`, answer with the same id. Answers may come in any order.
 */

/** `thumb`: for lists; `view`: fits a screen; `full`: as stored. */
export const imageVariants = ['thumb', 'view', 'full'] as const;
export type ImageVariant = (typeof imageVariants)[number];

export interface ImageRequest {
  id: number;
  /** `page/<sha256 in lower-case hexadecimal>?variant=<ImageVariant>` */
  path: string;
}

export type ImageAnswer =
  | { id: number; ok: true; mime: string; bytes: Uint8Array }
  /** code: one of the application's error codes. */
  | { id: number; ok: false; code: string };

export interface ImageAddress {
  sha256: string;
  variant: ImageVariant;
}

const pattern = new RegExp(`^page/([0-9a-f]{64})\\?variant=(${imageVariants.join('|')})$`);

/** Reads the path of an {@link ImageRequest}; null for anything else. */
export const parseImagePath = (path: string): ImageAddress | null => {
  const [, sha256, variant] = pattern.exec(path) ?? [];
  return sha256 === undefined ? null : { sha256, variant: variant as ImageVariant };
};

/** What the window writes into `src`. */
export const imageUrl = ({ sha256, variant }: ImageAddress): string => `archive://page/${sha256}?variant=${variant}`;
