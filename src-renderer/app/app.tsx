import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem } from '../components/problem';
import { setDraftKey } from '../drafts/draft-store';
import { importDraftKey } from '../drafts/draft-cipher';
import { UnlockScreen } from '../features/unlock/unlock-screen';
import { useArrivedRules } from '../service/arrived-rules';
import { shell } from '../service/connection';
import { startLive } from '../service/live';
import { queries } from '../service/queries';
import { service } from '../service/use-service';
import { styleNonce } from '../style-nonce';
import { useAutoLock } from './auto-lock';
import { useAppearance, useSettings } from './appearance';
import { Frame } from './layout/frame';
import { loadFirstScreen } from './screens';
import { sessionChanged, useSession, useStatus } from './session';
import { theme } from './theme';

startLive();
loadFirstScreen();

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
  if (status.isError)
    return (
      <main style={{ padding: 24 }}>
        <Problem error={status.error} retry={() => void status.refetch()} />
      </main>
    );
  if (!status.data) return <main aria-busy="true" />;
  const { session } = status.data;
  return session ? <Opened key={`${session.book}/${session.user.id}`} /> : <UnlockScreen status={status.data} onOpened={sessionChanged} />;
}

function Opened() {
  const settings = useSettings();
  useAppearance(settings.data);
  useArrivedRules();
  const session = useSession();
  useAutoLock(session?.book === 'sample' ? 0 : (settings.data?.autoLock ?? 15));
  // What a standalone machine shows is not to be photographed by other programs.
  const standalone = session?.committee.profile === 'standalone';
  useEffect(() => {
    shell().protectScreen(standalone);
    return () => shell().protectScreen(false);
  }, [standalone]);
  const ready = useDraftKey();
  return ready && (settings.data || settings.isError) ? <Frame /> : <main aria-busy="true" />;
}

/** Forms wait for the key of the drafts; without it (which the service says elsewhere) they work without drafts. */
function useDraftKey(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    void service()
      .session.draftKey()
      .then(({ key }) => importDraftKey(key))
      .then(
        (key) => {
          if (current) setDraftKey(key);
        },
        () => undefined,
      )
      .then(() => {
        if (current) setReady(true);
      });
    return () => {
      current = false;
      setDraftKey(undefined);
    };
  }, []);
  return ready;
}
