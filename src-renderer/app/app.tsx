import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem } from '../components/problem';
import { setDraftKey } from '../drafts/draft-store';
import { sweepDrafts } from '../drafts/sweep';
import { importDraftKey } from '../drafts/draft-cipher';
import { ClosedGuide } from '../features/unlock/closed-guide';
import { UnlockScreen } from '../features/unlock/unlock-screen';
import { useArrivedRules } from '../service/arrived-rules';
import { startLive } from '../service/live';
import { queries } from '../service/queries';
import { service } from '../service/use-service';
import { styleNonce } from '../style-nonce';
import { useAutoLock } from './auto-lock';
import { prefetchSettings, useAppearance, useSettings } from './appearance';
import { Frame } from './layout/frame';
import { useRoute } from './navigation';
import { loadFirstScreen } from './screens';
import { sessionChanged, useSession, useStatus } from './session';
import { useShownSecrecy } from './shown';
import { theme } from './theme';
import { useUpdateNotice } from './update-notice';

startLive();
loadFirstScreen();
// Asked together with the state of the session: the answers come with the first one, and not one after the other.
prefetchSettings();
let draftKeyAhead: Promise<string | undefined> | undefined = draftKeyOfBook();

export const App = () => (
  <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => styleNonce}>
    <QueryClientProvider client={queries}>
      <Notifications position="bottom-right" limit={3} containerWidth={420} />
      <Gate />
    </QueryClientProvider>
  </MantineProvider>
);

/** The cover of the book while it is locked, the work when it is open. */
function Gate() {
  const status = useStatus();
  const { screen } = useRoute();
  const isLocked = status.data?.session === null;
  useEffect(() => {
    // It was refused, or belongs to a book that is no longer open.
    if (isLocked) draftKeyAhead = undefined;
  }, [isLocked]);
  if (status.isError)
    return (
      <main style={{ padding: 24 }}>
        <Problem error={status.error} retry={() => void status.refetch()} />
      </main>
    );
  if (!status.data) return <main aria-busy="true" />;
  const { session } = status.data;
  if (session) return <Opened key={`${session.book}/${session.user.id}`} />;
  return screen === 'guide' ? <ClosedGuide /> : <UnlockScreen status={status.data} onOpened={sessionChanged} />;
}

function Opened() {
  const settings = useSettings();
  useAppearance(settings.data);
  const session = useSession();
  useAutoLock(session?.book === 'sample' ? 0 : (settings.data?.autoLock ?? 15));
  useShownSecrecy(session?.committee.profile === 'standalone');
  const ready = useDraftKey();
  return ready && (settings.data || settings.isError) ? <Work /> : <main aria-busy="true" />;
}

/** The screen asks for its list first, then the rules that arrived are asked for. */
function Work() {
  useArrivedRules();
  useUpdateNotice();
  return <Frame />;
}

/** Forms wait for the key of the drafts; without it (which the service says elsewhere) they work without drafts. */
function useDraftKey(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    const ahead = draftKeyAhead;
    draftKeyAhead = undefined;
    void (async () => {
      const text = (await ahead) ?? (await draftKeyOfBook());
      const key = text === undefined ? undefined : await importDraftKey(text).catch(() => undefined);
      if (!current) return;
      if (key) setDraftKey(key);
      setReady(true);
      if (key) await sweepDrafts().catch(() => undefined);
    })();
    return () => {
      current = false;
      setDraftKey(undefined);
    };
  }, []);
  return ready;
}

/** Undefined while no book is open. */
async function draftKeyOfBook(): Promise<string | undefined> {
  try {
    return (await service().session.draftKey()).key;
  } catch {
    return undefined;
  }
}
