import type { WindowApi } from './context';

export const courierHandlers = (api: WindowApi) => ({
  status: api.courier.status.handler(({ context }) => context.book().courier.status()),
  look: api.courier.look.handler(({ context, input }) => context.book().courier.look(input.dir)),
  write: api.courier.write.handler(({ context, input }) => context.book().courier.write(input.dir, input.partBytes)),
  read: api.courier.read.handler(({ context, input }) => context.book().courier.read(input.dir)),
  cancel: api.courier.cancel.handler(({ context }) => ({ cancelled: context.book().courier.cancel() })),
  enrolRequest: api.courier.enrolRequest.handler(({ context, input }) => context.book().courier.enrolRequest(input.dir, input.code)),
  enrolAnswer: api.courier.enrolAnswer.handler(({ context, input }) => context.book().courier.enrolAnswer(input.dir)),
});
