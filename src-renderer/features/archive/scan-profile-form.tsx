import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ScannerAbilities, type ScanProfile, scanProfileSchema } from '#shared/contract/window/scanners';
import { Problem } from '../../components/problem';
import { service } from '../../service/use-service';
import classes from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';

const dpis = ['200', '300', '400', '600'] as const;
const sizes = ['A4', 'A3', 'A5'] as const;
const colours = ['colour', 'gray', 'bilevel'] as const;
const sources = ['feeder', 'flatbed'] as const;

/** One profile of scanning: what it is called and what it asks of the device. What the chosen scanner cannot do is said beside it. */
export function ScanProfileForm({
  profile,
  all,
  abilities,
  onSaved,
  onClose,
}: {
  /** Null: a new one. */
  profile: ScanProfile | null;
  all: readonly ScanProfile[];
  abilities: ScannerAbilities | undefined;
  onSaved(name: string | null): void;
  onClose(): void;
}) {
  const say = useWaysInWords();
  const [wish, setWish] = useState<ScanProfile>(
    profile ?? { name: '', dpi: 300, colour: 'colour', source: 'feeder', duplex: false, size: 'A4' },
  );
  const [error, setError] = useState<unknown>(null);
  const others = all.filter(({ name }) => name !== profile?.name);
  const taken = others.some(({ name }) => name === wish.name.trim());
  const keep = async (profiles: ScanProfile[], name: string | null) => {
    try {
      await service().scanners.setProfiles({ profiles });
      onSaved(name);
    } catch (failed) {
      setError(failed);
    }
  };
  const named = { ...wish, name: wish.name.trim() };
  const save = () => keep(profile ? all.map((each) => (each.name === profile.name ? named : each)) : [...all, named], named.name);
  return (
    <fieldset className={classes.profile}>
      <legend>{say(profile ? 'editProfile' : 'newProfile')}</legend>
      {error !== null && <Problem error={error} />}
      <TextInput
        label={say('profileName')}
        value={wish.name}
        maxLength={60}
        error={taken ? say('profileTaken') : undefined}
        onChange={(event) => setWish({ ...wish, name: event.currentTarget.value })}
      />
      <div className={classes.grid}>
        <Select
          label={say('dpi')}
          allowDeselect={false}
          data={dpis.map((value) => ({ value, label: `${value} dpi` }))}
          value={String(wish.dpi)}
          onChange={(value) => setWish({ ...wish, dpi: scanProfileSchema.shape.dpi.parse(Number(value)) })}
          error={abilities && !abilities.dpis.includes(wish.dpi) ? say('notAble') : undefined}
        />
        <Select
          label={say('colourMode')}
          allowDeselect={false}
          data={colours.map((value) => ({ value, label: say(value) }))}
          value={wish.colour}
          onChange={(value) => setWish({ ...wish, colour: scanProfileSchema.shape.colour.parse(value) })}
          error={abilities && !abilities.colours.includes(wish.colour) ? say('notAble') : undefined}
        />
        <Select
          label={say('paperFrom')}
          allowDeselect={false}
          data={sources.map((value) => ({ value, label: say(value) }))}
          value={wish.source}
          onChange={(value) => setWish({ ...wish, source: scanProfileSchema.shape.source.parse(value) })}
          error={abilities && !abilities.sources.includes(wish.source) ? say('notAble') : undefined}
        />
        <Select
          label={say('paperSize')}
          allowDeselect={false}
          data={[...sizes]}
          value={wish.size}
          onChange={(value) => setWish({ ...wish, size: scanProfileSchema.shape.size.parse(value) })}
        />
      </div>
      <Checkbox
        label={say('duplex')}
        checked={wish.duplex && wish.source === 'feeder'}
        disabled={wish.source !== 'feeder'}
        error={abilities && wish.duplex && wish.source === 'feeder' && !abilities.duplex ? say('notAble') : undefined}
        onChange={(event) => setWish({ ...wish, duplex: event.currentTarget.checked })}
      />
      <div className={classes.actions}>
        <Button disabled={named.name === '' || taken} onClick={() => void save()}>
          {say('saveProfile')}
        </Button>
        {profile && others.length > 0 && (
          <Button variant="default" onClick={() => void keep(others, null)}>
            {say('removeProfile')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
