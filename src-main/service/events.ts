/**
 * What the service tells its listeners (windows, the sync line, the OCR queue) after something was committed, so that they
 * ask again for what they show. Events carry no record content: whoever wants it asks with its own rights.
 */
import type { CourierProgress } from '#shared/contract/window/courier';
import type { RecordTypeName } from '#shared/records/record-type-name';

export interface RecordsEvent {
  readonly kind: 'records';
  /** Types that changed, each once. */
  readonly types: readonly RecordTypeName[];
  /** Ids that changed; empty when there were more than {@link maxEventIds} of them (then: everything of `types`). */
  readonly ids: readonly string[];
  /** Changed here by a person or the service, or pulled from the hub. */
  readonly origin: 'local' | 'remote';
}

/** The outbox changed: something waits, was sent, confirmed or refused. */
export interface OutboxEvent {
  readonly kind: 'outbox';
}
/** The OCR queue moved: a page was queued, read, failed, or the queue was paused or resumed. */
export interface OcrEvent {
  readonly kind: 'ocr';
  readonly pageId?: string;
}
/** The fields of a document were extracted anew. */
export interface ExtractionEvent {
  readonly kind: 'extraction';
  readonly documentId: string;
}
/** An import of files made progress. */
export interface ImportEvent {
  readonly kind: 'import';
  readonly importId: string;
}
/** The line to the hub changed state. */
export interface SyncEvent {
  readonly kind: 'sync';
}
export interface SettingsEvent {
  readonly kind: 'settings';
  readonly key: string;
}
/** The disk ran full, or has room again. */
export interface DiskEvent {
  readonly kind: 'disk';
  readonly full: boolean;
}

/** A stick is written or read; null when that ended. */
export interface CourierEvent {
  readonly kind: 'courier';
  readonly progress: CourierProgress | null;
}

/** The signed-in person did something that can be taken back. */
export interface StepEvent {
  readonly kind: 'step';
  readonly step: number;
}

export type ServiceEvent =
  | RecordsEvent
  | OutboxEvent
  | OcrEvent
  | ExtractionEvent
  | ImportEvent
  | SyncEvent
  | SettingsEvent
  | DiskEvent
  | CourierEvent
  | StepEvent;

export const maxEventIds = 500;

export interface EventBus {
  /** Tells all listeners; within a transaction of the book only after its commit, and never when it is rolled back. */
  emit(event: ServiceEvent): void;
  /** Returns the unsubscription. A listener that throws does not disturb the others. */
  on(listener: (event: ServiceEvent) => void): () => void;
}
