import { create } from 'zustand';
import type { RecordTypeName } from '#shared/records/record-type-name';

/** What the window shows, as far as it is not in its address. Nothing of it is data. */
interface ViewState {
  /** ISO instant of the last commit that the service told of. */
  readonly savedAt: string | undefined;
  readonly help: boolean;
  readonly create: boolean;
  /** Whether the list of the first hour was opened or put away in this session; undefined: as the settings say. */
  readonly steps: boolean | undefined;
  /** A screen takes the whole window: rail and search box leave, the screen puts its own head into the title bar. */
  readonly full: boolean;
  /** Where that head goes. */
  readonly headSlot: HTMLElement | null;
  readonly setSavedAt: (at: string) => void;
  readonly setHelp: (open: boolean) => void;
  readonly setCreate: (open: boolean) => void;
  readonly setSteps: (open: boolean) => void;
  readonly setFull: (full: boolean) => void;
  readonly setHeadSlot: (slot: HTMLElement | null) => void;
}

export const useViewState = create<ViewState>((set) => ({
  savedAt: undefined,
  help: false,
  create: false,
  steps: undefined,
  full: false,
  headSlot: null,
  setSavedAt: (savedAt) => set({ savedAt }),
  setHelp: (help) => set({ help }),
  setCreate: (open) => set({ create: open }),
  setSteps: (steps) => set({ steps, help: false }),
  setFull: (full) => set({ full }),
  setHeadSlot: (headSlot) => set({ headSlot }),
}));

/** Types that people begin by *Tạo mới*, in the order of the menu. */
export const creatableTypes = [
  'petition',
  'case',
  'task',
  'incomingDocument',
  'outgoingDocument',
  'disciplinaryDecision',
  'conclusion',
  'duty',
  'partyMember',
  'organisation',
] as const satisfies readonly RecordTypeName[];
