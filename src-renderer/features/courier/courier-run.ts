import { create } from 'zustand';
import type { CourierRead, CourierWritten } from '#shared/contract/window/courier';
import { callError } from '../../service/app-error';
import { shell } from '../../service/connection';
import { onServiceEvent } from '../../service/live';
import { markStale } from '../../service/queries';
import { service } from '../../service/use-service';

/** The stick in hand and what was done with it; kept while one looks at other screens. */
interface CourierRun {
  readonly dir: string | undefined;
  readonly busy: 'write' | 'read' | 'enrol' | undefined;
  readonly written: CourierWritten | undefined;
  readonly read: CourierRead | undefined;
  /** Name of the request file that was just written. */
  readonly asked: string | undefined;
  readonly failed: { readonly work: 'write' | 'read' | 'enrol'; readonly error: unknown } | undefined;
}

const nothing: CourierRun = { dir: undefined, busy: undefined, written: undefined, read: undefined, asked: undefined, failed: undefined };

export const useCourierRun = create<CourierRun>(() => nothing);

// After the book was locked or another was opened.
onServiceEvent((event) => {
  if (event.kind === 'session') useCourierRun.setState(nothing);
});

export async function chooseStick(): Promise<void> {
  const [dir] = await shell().pickFiles({ purpose: 'stick' });
  if (dir !== undefined) useCourierRun.setState({ ...nothing, dir });
}

/** One piece of work on the stick; what it gives or why it failed stays in sight until the next one. */
async function work(kind: 'write' | 'read' | 'enrol', run: (dir: string) => Promise<Partial<CourierRun>>): Promise<void> {
  const { dir, busy } = useCourierRun.getState();
  if (dir === undefined || busy !== undefined) return;
  useCourierRun.setState({
    busy: kind,
    failed: undefined,
    ...(kind === 'write' ? { written: undefined } : kind === 'read' ? { read: undefined } : {}),
  });
  try {
    useCourierRun.setState(await run(dir));
  } catch (error) {
    const failure = callError(error);
    if (failure.code !== 'courier.cancelled') useCourierRun.setState({ failed: { work: kind, error: failure } });
  }
  useCourierRun.setState({ busy: undefined });
  markStale(['courier', 'sync', 'records']);
}

export const writeBundle = (partBytes: number): Promise<void> =>
  work('write', async (dir) => ({ written: await service().courier.write({ dir, partBytes }) }));
export const readBundles = (): Promise<void> => work('read', async (dir) => ({ read: await service().courier.read({ dir }) }));
export const askEnrolment = (code: string): Promise<void> =>
  work('enrol', async (dir) => ({ asked: (await service().courier.enrolRequest({ dir, code })).file }));
export const readEnrolment = (): Promise<void> =>
  work('enrol', async (dir) => {
    await service().courier.enrolAnswer({ dir });
    return { asked: undefined };
  });
