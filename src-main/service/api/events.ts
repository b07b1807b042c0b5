import { eventQueue } from './event-queue';
import type { WindowApi } from './context';

export const eventHandlers = (api: WindowApi) => ({
  subscribe: api.events.subscribe.handler(({ context, signal }) => eventQueue(context.office.onEvent, signal)),
});
