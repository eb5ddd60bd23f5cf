import type { AnswerValue, IdentityKind, PartyRole, PersonKind, Sex } from '@yilu/customers/contract';
import type { InteractionKind } from '@yilu/interactions/contract';
import type { Day, Fen, Refusal } from '@yilu/platform/contract';
import type { RoomKind } from '@yilu/properties/contract';
import type { Field } from './field.ts';

/** Something in a row that was left out, or that makes the row impossible. */
export interface Problem {
  /** The heading as the file has it. */
  readonly column: string;
  readonly reason: Refusal;
}

export interface PersonRead {
  readonly kind: PersonKind;
  readonly name: string;
  readonly phones: readonly string[];
  readonly sex?: Sex;
  readonly birthDate?: Day;
  readonly birthYear?: number;
  readonly identity?: { readonly kind: IdentityKind; readonly number: string };
  /** What the person is to the row's room. */
  readonly role: PartyRole;
  /** 0–1. */
  readonly share?: number;
  /** Since when the role holds, where the file says so. */
  readonly startedOn?: Day;
  /** Owned the home until this day, from which others do. */
  readonly endedOn?: Day;
  /** The lease has ended: known to us, but without a part in the room. */
  readonly hasLeft?: true;
  /** To the row's first person; of a row's only person, to the owner of the home. */
  readonly relation?: RelationRead;
}

/** What somebody is to the owner. */
export type RelationRead = 'spouse' | 'child' | 'parent' | 'sibling' | 'relative';

export interface RoomRead {
  /** Absent for what stands in no building: a parking space, a villa. */
  readonly building?: string;
  /** Words before the building's number: 梅园, the project's name. */
  readonly before?: string;
  readonly unit?: string;
  /** Absent: the row describes building and unit only. */
  readonly number?: string;
  readonly phase?: string;
  /** Where the notation itself says so: 商铺, 车位. */
  readonly kind?: RoomKind;
  readonly floor?: number;
  readonly totalFloors?: number;
  readonly layout?: string;
  /** Square metres. */
  readonly builtArea?: number;
  readonly innerArea?: number;
  readonly orientation?: string;
  readonly fitOut?: string;
  /** As the file names it, codes translated: 住宅, 商铺 … */
  readonly roomType?: string;
  readonly state?: RoomStateRead;
  readonly deliveryBatch?: string;
  readonly handedOverOn?: Day;
  readonly fittedOutOn?: Day;
  readonly movedInOn?: Day;
}

/** How far a room has come, in the order in which it comes so far. */
export type RoomStateRead = 'forSale' | 'withheld' | 'subscribed' | 'signed' | 'handedOver' | 'titled' | 'movedIn';

export interface ContactRead {
  readonly kind: InteractionKind;
  readonly day: Day;
  /** Whole minutes after midnight; absent when the file tells the day only. */
  readonly minutes?: number;
  readonly text?: string;
  readonly likes?: string;
  readonly doubts?: string;
  readonly companions?: string;
  readonly staffName?: string;
}

export interface DealRead {
  /** The source's own number of the agreement, else of the contract. */
  readonly key?: string;
  readonly number?: string;
  readonly contractNumber?: string;
  readonly subscribedOn?: Day;
  readonly signedOn?: Day;
  readonly signDueOn?: Day;
  readonly listPriceFen?: Fen;
  readonly agreedPriceFen?: Fen;
  /** Per square metre. */
  readonly unitPriceFen?: Fen;
  readonly depositFen?: Fen;
  readonly loanFen?: Fen;
  readonly payment?: string;
  /** Share of the price that remains, 0–1. */
  readonly discount?: number;
  readonly bank?: string;
  readonly cancelledBecause?: string;
  readonly cancelledOn?: Day;
  readonly referrer?: { readonly name: string; readonly phones: readonly string[] };
  readonly staffName?: string;
  readonly note?: string;
}

export interface SpaceRead {
  readonly lot?: string;
  /** The basement floor, where a column of its own says it. */
  readonly basement?: string;
  readonly code: string;
  /** More spaces that the same cell names. */
  readonly further?: readonly string[];
  readonly kind?: string;
  /** Square metres. */
  readonly area?: number;
  readonly tenure?: 'sold' | 'let';
  /** A storage room instead of a parking space. */
  readonly isStorage?: true;
  readonly plate?: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** What the file says about a person beyond the columns everyone shares, as written. */
export interface AnswerRead {
  readonly field: AnswerField;
  readonly text: string;
  readonly column: string;
  /** The place among the row's people of whom it is about, where that is not the row's own person (`answersOf`). */
  readonly of?: number;
  /** Read already, where the text alone would not tell. */
  readonly value?: AnswerValue;
}
export const answerFields = [
  'source',
  'motive',
  'family',
  'marriage',
  'livingArea',
  'workArea',
  'layoutWanted',
  'areaWanted',
  'budget',
  'unitPriceWanted',
  'floorWanted',
  'doubts',
  'competitors',
  'occupation',
  'industry',
  'employer',
  'position',
  'hobbies',
  'nativePlace',
  'address',
  'wechat',
  'emergencyContact',
  'carBrand',
  'plate',
  'grade',
  'residenceStatus',
  'community',
  'homeLayout',
  'homeArea',
  'groupOwner',
  'groupProperties',
  'otherProperty',
  'propertyHistory',
  'character',
  'brands',
  'circles',
  'appearance',
  'religion',
  'personalIncome',
  'householdIncome',
  'carCount',
  'investments',
  'needBuilding',
  'paymentWanted',
  'paymentAbility',
  'eligibility',
  'secondHomeNeed',
  'referrals',
  'financialDecider',
  'purchaseDecider',
  'deciderRelation',
] as const;
/** `remark` comes from the note columns of lists that have no other place for them, family and care dates from several columns. */
export type AnswerField = (typeof answerFields)[number] | 'remark' | 'familyMembers' | 'careDates';

/** One row, understood. With rejections nothing of it goes in. */
export interface ReadRow {
  /** As numbered in the file. */
  readonly row: number;
  readonly project?: string;
  /** The source's own number of the person, by which its sheets refer to each other. */
  readonly personKey?: string;
  readonly people: readonly PersonRead[];
  readonly answers: readonly AnswerRead[];
  /** The place among the people of the one whom the answers are about. */
  readonly answersOf: number;
  readonly room?: RoomRead;
  /** Further rooms that the same cell names: `3-2-1203、车位B1-023`. */
  readonly furtherRooms: readonly RoomRead[];
  readonly contacts: readonly ContactRead[];
  readonly deal?: DealRead;
  readonly space?: SpaceRead;
  readonly problems: readonly Problem[];
  readonly rejections: readonly Problem[];
}

/** Where each column of a sheet goes. */
export interface MappedColumn {
  /** From 0. */
  readonly column: number;
  readonly heading: string;
  readonly field: Field;
  /** Which figure of 1/4 the column proves to be the day. */
  readonly dayOrder?: DayOrder | undefined;
  /** Of a phone behind whoever signed: the column that names them. */
  readonly signer?: number | undefined;
}

/** `both`: some of the column's days are written one way and some the other. */
export type DayOrder = 'dayFirst' | 'monthFirst' | 'both';
