import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ScanProfile } from '#shared/contract/window/scanners';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { service, useQueryOf } from '../../service/use-service';
import { ScanProfileForm } from './scan-profile-form';
import classes from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';

/** Scans into the chosen file: scanner, profile, preview. `onScan` runs the import and shows how it goes. */
export function ScanPanel({
  busy,
  where,
  into,
  onScan,
  onClose,
}: {
  busy: boolean;
  /** Where in a document the pages go; undefined: to its end, or after the separator sheets. */
  where?: string | undefined;
  /** What the pages go into, in words. */
  into: string;
  onScan(scanner: string, profile: ScanProfile, route: boolean): void;
  onClose(): void;
}) {
  const say = useWaysInWords();
  const found = useQueryOf(['scanners', 'list'], () => service().scanners.list());
  const profiles = useQueryOf(['scanners', 'profiles'], () => service().scanners.profiles());
  const [chosen, setChosen] = useState<string | null>(null);
  const [profileName, setProfileName] = useState<string | null>(null);
  const [route, setRoute] = useState(true);
  const [addresses, setAddresses] = useState<string>();
  const [editing, setEditing] = useState<'chosen' | 'new' | null>(null);
  const [foundWord, setFoundWord] = useState<string>();
  const [preview, setPreview] = useState<string>();
  const [looking, setLooking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);

  const scanners = found.data?.scanners ?? [];
  const scanner = scanners.find(({ id }) => id === chosen) ?? scanners[0];
  const profile = profiles.data?.profiles.find(({ name }) => name === profileName) ?? profiles.data?.profiles[0];
  const abilities = useQueryOf(
    ['scanners', 'abilities', scanner?.id, editing !== null],
    () => (scanner && editing ? service().scanners.abilities({ id: scanner.id }) : Promise.resolve(null)),
    { keep: true },
  );
  const discover = async () => {
    setError(null);
    setFoundWord(undefined);
    setLooking(true);
    try {
      const { added } = await service().scanners.discover();
      setFoundWord(added === 0 ? say('findNone') : say('found', { count: added }));
      setAddresses(undefined);
      await found.refetch();
    } catch (failed) {
      setError(failed);
    }
    setLooking(false);
  };
  const look = async () => {
    if (!scanner || !profile) return;
    setLooking(true);
    setError(null);
    try {
      const { jpeg } = await service().scanners.preview({ id: scanner.id, profile });
      setPreview(URL.createObjectURL(new Blob([Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' })));
    } catch (failed) {
      setError(failed);
    }
    setLooking(false);
  };
  const saveAddresses = async () => {
    const wanted = (addresses ?? '').split(',').map((each) => each.trim());
    await service().scanners.setAddresses({ addresses: wanted.filter((each) => each !== '') });
    await found.refetch();
  };
  return (
    <section className={classes.box} aria-label={say('scanTitle')}>
      <header className={classes.head}>
        <div>
          <h2>{say('scanTitle')}</h2>
          <p>{say('scanHint')}</p>
        </div>
        <Button variant="default" onClick={onClose}>
          {say('close')}
        </Button>
      </header>
      {error !== null && <Problem error={error} />}
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      <p className={classes.target}>{where === undefined ? say('target', { place: into }) : say('into', { place: where })}</p>
      {found.data && !found.isFetching && scanners.length === 0 && <Empty title={say('noScanner')} />}
      <div className={classes.grid}>
        <Select
          label={say('scanner')}
          disabled={scanners.length === 0}
          placeholder={found.isFetching ? say('looking') : undefined}
          value={scanner?.id ?? null}
          allowDeselect={false}
          data={scanners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        <Select
          label={say('profile')}
          value={profile?.name ?? null}
          allowDeselect={false}
          data={(profiles.data?.profiles ?? []).map(({ name }) => name)}
          onChange={setProfileName}
        />
      </div>
      {editing === null ? (
        <p className={classes.actions}>
          <button type="button" className="link" disabled={!profile} onClick={() => setEditing('chosen')}>
            {say('editProfile')}
          </button>
          <button type="button" className="link" onClick={() => setEditing('new')}>
            {say('newProfile')}
          </button>
        </p>
      ) : (
        <ScanProfileForm
          profile={editing === 'new' ? null : (profile ?? null)}
          all={profiles.data?.profiles ?? []}
          abilities={abilities.data ?? undefined}
          onSaved={(name) => {
            setEditing(null);
            setProfileName(name);
            void profiles.refetch();
          }}
          onClose={() => setEditing(null)}
        />
      )}
      {where === undefined && <Checkbox checked={route} label={say('route')} onChange={(event) => setRoute(event.currentTarget.checked)} />}
      <div className={classes.actions}>
        <Button
          disabled={!scanner || !profile || busy}
          onClick={() => scanner && profile && onScan(scanner.id, profile, route && where === undefined)}
        >
          {say('scan')}
        </Button>
        <Button variant="default" loading={looking} disabled={!scanner || busy} onClick={() => void look()}>
          {say('preview')}
        </Button>
      </div>
      {preview !== undefined && <img src={preview} alt={say('previewAlt')} className={classes.preview} />}
      {found.data?.networked === false ? (
        <p>{say('standalone')}</p>
      ) : (
        <div className={classes.part}>
          <h3>{say('networkScanners')}</h3>
          <TextInput
            label={say('addresses')}
            value={addresses ?? found.data?.addresses.join(', ') ?? ''}
            onChange={(event) => setAddresses(event.currentTarget.value)}
          />
          <div className={classes.actions}>
            <Button variant="default" disabled={found.isFetching} onClick={() => void saveAddresses().catch(setError)}>
              {say('saveAddresses')}
            </Button>
            <Button variant="default" loading={looking} onClick={() => void discover()}>
              {say('findScanners')}
            </Button>
            <span role="status">{found.isFetching ? say('looking') : foundWord}</span>
          </div>
        </div>
      )}
    </section>
  );
}
