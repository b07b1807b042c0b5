/** Asks the service for page images over the port `image`; one client outlives the services that come and go. */
import type { MessagePortMain } from 'electron';
import type { ImageAnswer, ImageRequest } from '#shared/contract/image-channel';

export interface ImageClient {
  /** Uses a new service's port. Questions that the previous service has not answered are answered with `service.down`. */
  attach(port: MessagePortMain): void;
  ask(path: string): Promise<ImageAnswer>;
}

export const createImageClient = (): ImageClient => {
  let port: MessagePortMain | undefined;
  let nextId = 1;
  const waiting = new Map<number, (answer: ImageAnswer) => void>();

  const failAll = () => {
    for (const [id, answer] of waiting) answer({ id, ok: false, code: 'service.down' });
    waiting.clear();
  };

  return {
    attach: (next) => {
      failAll();
      port = next;
      next.on('message', ({ data }) => {
        const answer = data as ImageAnswer;
        waiting.get(answer.id)?.(answer);
        waiting.delete(answer.id);
      });
      next.on('close', () => {
        if (port !== next) return;
        port = undefined;
        failAll();
      });
      next.start();
    },
    ask: (path) => {
      const request: ImageRequest = { id: nextId++, path };
      if (port === undefined) return Promise.resolve({ id: request.id, ok: false, code: 'service.down' });
      port.postMessage(request);
      return new Promise((answer) => waiting.set(request.id, answer));
    },
  };
};
