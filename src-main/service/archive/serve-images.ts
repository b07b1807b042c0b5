/** Answers the shell's questions for page images, see image-channel. */
import { type ImageAnswer, type ImageRequest, parseImagePath } from '#shared/contract/image-channel';
import { AppError } from '#shared/errors/app-error';
import type { ServicePort } from '../transport/parent-port';
import type { ArchiveService } from './archive-service';

/** @param archive that of the open book; throws AppError 'vault.locked' when none is open */
export function serveImages(
  port: Pick<ServicePort, 'on' | 'postMessage' | 'start'>,
  archive: () => Pick<ArchiveService, 'imageVariant'>,
): void {
  port.on('message', ({ data }) => void answer(data as ImageRequest, archive).then((reply) => port.postMessage(reply)));
  port.start();
}

async function answer({ id, path }: ImageRequest, archive: () => Pick<ArchiveService, 'imageVariant'>): Promise<ImageAnswer> {
  try {
    const address = parseImagePath(path);
    if (address === null) throw new AppError('page.missing');
    const { mime, bytes } = await archive().imageVariant(address.sha256, address.variant);
    return { id, ok: true, mime, bytes };
  } catch (error) {
    return { id, ok: false, code: error instanceof AppError ? error.code : 'internal' };
  }
}
