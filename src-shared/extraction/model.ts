/**
 * What is found on the pages of a document: the fields of its header and of its end, each with the words it was read from.
 *
 * All boxes, in and out, are pixels of the preservation image as it lies (before `rotation`). Pure data: the service keeps an
 * Extraction as JSON for each document; windows show it; nothing of it is synchronised, for it can be made again from the words.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface ReadWord extends Box {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  /** Line of the page in reading order, from 0. */
  readonly line: number;
}

export interface ReadPage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Quarter turn clockwise that sets the page upright. */
  readonly rotation: number;
  readonly words: readonly ReadWord[];
}

/** Named like the fields of archiveDocument that they propose a value for. */
export const extractedFieldNames = [
  /** Số và ký hiệu as one, e.g. 05-QĐ/UBKTĐU. */
  'symbol',
  /** Số alone, e.g. 05. */
  'number',
  /** YYYY-MM-DD, or YYYY-MM, or YYYY where the paper leaves the rest open. */
  'issuedOn',
  /** Địa danh. */
  'place',
  /** Cơ quan ban hành, with the body above it where its own name says too little. */
  'issuer',
  /** Code of the list documentType. `raw` holds the type as printed. */
  'type',
  /** Trích yếu. */
  'subject',
  'signer',
  'signerPost',
  /** Quyền hạn ký as printed: T/M BAN THƯỜNG VỤ, KT. CHỦ TỊCH. */
  'authority',
  /** Code of the list secrecy. Absent when nothing is printed or stamped. */
  'secrecy',
  /** Code of the list urgency. */
  'urgency',
  /** Nơi nhận, one a line. */
  'recipients',
  'pageCount',
] as const;
export type ExtractedFieldName = (typeof extractedFieldNames)[number];

export interface ExtractedField {
  readonly field: ExtractedFieldName;
  /** As the record keeps it: a code, a day, a text; a number as its digits. */
  readonly value: string;
  /** As it stands on the paper. */
  readonly raw: string;
  /** 0 to 1: how likely a person leaves it as it is. Below {@link sureEnough} it is shown as uncertain. */
  readonly confidence: number;
  readonly pageId: string;
  /** Around all its words; null for what is counted, not read. */
  readonly box: Box | null;
  /** One for each of its lines: what is lit on the page. */
  readonly boxes: readonly Box[];
}

/** Below it a person should look first. */
export const sureEnough = 0.8;

/** 'party': ĐẢNG CỘNG SẢN VIỆT NAM; 'state': CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM and its forerunners; 'personal': written by a person. */
export type Layout = 'party' | 'state' | 'personal' | 'unknown';

export interface Extraction {
  readonly layout: Layout;
  /** Each field at most once, in the order of {@link extractedFieldNames}. */
  readonly fields: readonly ExtractedField[];
}

/** Raise it when the rules get better: extractions of an earlier version are made again when they are next asked for. */
export const extractionVersion = 1;
