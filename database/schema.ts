// Written by `npm run db:schema` from database/migrations; do not edit.
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AuditEntry {
  /**
   * capability.past_fact, such as customers.phone_revealed.
   */
  action: string;
  actor_id: string | null;
  actor_kind: string;
  actor_name: string;
  /**
   * JSON of the new values, sealed when person_id is set.
   */
  after_image: string | null;
  at: Timestamp;
  /**
   * JSON of the old values, sealed when person_id is set.
   */
  before_image: string | null;
  id: string;
  /**
   * Whom the images are about; their key seals them, so deleting the person makes them unreadable.
   */
  person_id: string | null;
  project_id: string | null;
  reason: string | null;
  request_id: string | null;
  subject_id: string;
  subject_kind: string;
}

export interface AuthAccessEdition {
  edition: number;
}

export interface AuthApiKey {
  created_at: Timestamp;
  created_by: string;
  /**
   * Null: until revoked.
   */
  expires_at: Timestamp | null;
  id: string;
  /**
   * SHA-256 of the whole key; its 256 random bits need no salt.
   */
  key_hash: Buffer;
  last_used_at: Timestamp | null;
  name: string;
  /**
   * The first characters of the key, to tell keys apart.
   */
  prefix: string;
  role_id: string;
}

export interface AuthApiKeyNode {
  key_id: string;
  node_id: string;
}

export interface AuthApiKeyRevocation {
  key_id: string;
  revoked_at: Timestamp;
  revoked_by: string;
}

export interface AuthBackupCode {
  code_hash: string;
  staff_id: string;
}

export interface AuthFailedTries {
  count: number;
  /**
   * Keyed hash: what people type by mistake into the name field must not be readable.
   */
  key: string;
  last_at: Timestamp;
}

export interface AuthPassword {
  /**
   * scrypt$N$r$p$salt$key, base64url.
   */
  hash: string;
  set_at: Timestamp;
  /**
   * Set by another than its bearer: it must be changed at the next sign-in.
   */
  set_by: string;
  staff_id: string;
}

export interface AuthSecondFactor {
  confirmed_at: Timestamp;
  /**
   * The 30-second step of the latest accepted code; a code is accepted once.
   */
  last_step: number;
  /**
   * RFC 6238 secret, encrypted with the key file.
   */
  secret: string;
  staff_id: string;
}

export interface AuthSecondFactorOffer {
  offered_at: Timestamp;
  secret: string;
  staff_id: string;
}

export interface AuthSession {
  address: string;
  device: string;
  /**
   * Moves on with use by idle_days, but never beyond 180 days after opening.
   */
  expires_at: Timestamp;
  id: string;
  idle_days: number;
  last_seen_at: Timestamp;
  opened_at: Timestamp;
  staff_id: string;
  /**
   * SHA-256 of the cookie's 256 random bits: reading this table opens no session.
   */
  token_hash: Buffer;
}

export interface AuthSignInTicket {
  expires_at: Timestamp;
  staff_id: string;
  token_hash: Buffer;
}

export interface BookSetting {
  account_id: string;
  columns: Json;
  default_view: string;
  pinned: string[];
}

export interface Building {
  /**
   * Code of the phase in which a file put the building after it was made without one. Another phase means another building.
   */
  called_phase: string | null;
  /**
   * Words that files put before the number and that the code leaves out: 阳光花园 where the rooms came first without it. Other words mean another building.
   */
  called_words: string | null;
  /**
   * Canonical: 3 for 3栋, 3# and 三号楼; A for A座; 东区3 and 梅园3 where gardens number apart, 2期3 where another phase has a 3 too. Unique in the project.
   */
  code: string;
  entered_fields: Generated<string[]>;
  id: string;
  /**
   * As people write it: 3栋, A座.
   */
  name: string;
  phase_id: string | null;
  position: Generated<number>;
  project_id: string;
  version: Generated<number>;
}

export interface BuildingUnit {
  building_id: string;
  code: string;
  id: string;
  /**
   * Lifts of the unit; null is unknown, or none.
   */
  lifts: number | null;
  name: string;
  position: Generated<number>;
  project_id: string;
  version: Generated<number>;
}

export interface BulkAct {
  account_id: string;
  /**
   * What is done: {kind, …}; ids and keys only.
   */
  act: Json;
  done: Generated<number>;
  finished_at: Timestamp | null;
  id: string;
  started_at: Timestamp;
  total: number;
  undone_at: Timestamp | null;
}

export interface BulkActItem {
  bulk_id: string;
  /**
   * What was made: the task or the entrustment; undone by it.
   */
  made_id: string | null;
  /**
   * Null while waiting. Only done ones are undone.
   */
  outcome: string | null;
  person_id: string;
  position: number;
  project_id: string;
}

export interface CompanyNode {
  address: string | null;
  /**
   * Stands in room codes and on forms (norms §8).
   */
  code: string | null;
  created_at: Generated<Timestamp>;
  /**
   * Who builds and sells (ORG-08); where null, the nearest company above says.
   */
  developer: string | null;
  id: string;
  kind: string;
  /**
   * The lines printed above forms; where null, the nearest company above says.
   */
  letterhead: string | null;
  name: string;
  parent_id: string | null;
  /**
   * From the group down to this node, itself last; kept by triggers.
   */
  path: string[];
  /**
   * For sorting and for finding by letters.
   */
  pinyin: Generated<string>;
  /**
   * Who manages the community (ORG-08); where null, the nearest company above says.
   */
  property_company: string | null;
  version: Generated<number>;
}

export interface ContactSum {
  /**
   * Calls that came in.
   */
  calls: number;
  /**
   * Day of the first contact in Shanghai, from which the month of DOS-12 runs.
   */
  first_on: string;
  /**
   * Original follow-up records: everything but calls and visits that came in (DOS-12).
   */
  follow_ups: number;
  /**
   * Day of the latest contact that counts (SEG-17); null when none does.
   */
  last_counted_on: string | null;
  person_id: string;
  project_id: string;
  /**
   * Days of the visits to our sales office, ascending (DOS-11, DOS-12).
   */
  visit_days: string[];
}

export interface CustomerExport {
  account_id: string;
  account_name: string;
  asked_at: Timestamp;
  fetched_at: Timestamp | null;
  id: string;
  project_ids: string[];
  reason: string;
  released_at: Timestamp | null;
  released_by: string | null;
  /**
   * {format, search, filter, sort, projectId, columns}.
   */
  request: Json;
  rows: number;
  /**
   * When its asker took it back, or somebody who may release refused it or took the release back (SEC-09); no file is made from then on.
   */
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
  withdrawn_by_name: string | null;
}

export interface CustomerFact {
  activity: string | null;
  activity_until: string | null;
  /**
   * Sum of contract totals signed here, fen (SEG-08).
   */
  amount_fen: number | null;
  birth_year: number | null;
  /**
   * MM-DD, sorts and filters birthdays across years.
   */
  birthday: string | null;
  born_on: string | null;
  circles: Generated<string[]>;
  completeness: number | null;
  completeness_due_on: string | null;
  /**
   * Whole percent that the stage asks for (DOS-11…13); null while nothing is due.
   */
  completeness_line: number | null;
  completeness_until: string | null;
  /**
   * Percentile of the signed amount in the project, 0–100 (SEG-07).
   */
  current_score: number | null;
  /**
   * First delivery of a room owned here (SEG-04).
   */
  delivered_on: string | null;
  /**
   * The same on the developer's side (ORG-08).
   */
  developer_task_on: Generated<string | null>;
  /**
   * Of all facts and of the figures and rules by which they were judged; the same again needs no judging before valid_until. Null: judge.
   */
  fingerprint: number | null;
  future_score: number | null;
  intent_grade: string | null;
  /**
   * The day as of which the labels were judged.
   */
  judged_on: string | null;
  /**
   * Latest interaction that counts, in Shanghai days (SEG-17).
   */
  last_contact_on: string | null;
  lifecycle: string | null;
  /**
   * First day on which the label differs although nothing happens; null: never.
   */
  lifecycle_until: string | null;
  name: string;
  /**
   * Pinyin, sorts names as people expect.
   */
  name_key: string;
  /**
   * The next open task on each side, by side, the sooner first: {"developer": {"on": days since 2000-01-01, "zh", "en"}, "property": …} as text.
   */
  next_task: string | null;
  /**
   * When the next open task of anybody is due, for readers of both sides.
   */
  next_task_on: string | null;
  person_id: string;
  /**
   * Masked (SEC-09).
   */
  phone: string | null;
  project_id: string;
  /**
   * The same on the property company's side (ORG-08).
   */
  property_task_on: Generated<string | null>;
  registered_on: string | null;
  responsible_id: string | null;
  /**
   * Rooms held here today in any part; the own-portfolio scope looks at them.
   */
  room_ids: Generated<string[]>;
  /**
   * Sorts the first room as people count: figures padded.
   */
  room_key: string | null;
  /**
   * 3-2-1801, several joined by 、.
   */
  rooms: string | null;
  source: string | null;
  /**
   * Staff to whom the person or one of the rooms is entrusted today.
   */
  staff_ids: Generated<string[]>;
  /**
   * The strongest part the person has in the project; labels hang on owner, coOwner and lead (decision 15).
   */
  standing: string;
  tags: Generated<string[]>;
  /**
   * The earliest of the labels' days; the nightly clock takes rows whose day has come (SEG-18).
   */
  valid_until: string | null;
  value: string | null;
  value_matches: Generated<string[]>;
  value_until: string | null;
  visits: Generated<number>;
}

export interface CustomerMark {
  id: Generated<number>;
  lane: number;
  /**
   * With it the mark is about everybody of the lane from person_id to here.
   */
  last_person_id: string | null;
  /**
   * About how many people it is.
   */
  people: Generated<number>;
  person_id: string;
}

export interface CustomersPublishedDossierAnswer {
  answered_at: Timestamp | null;
  field: string | null;
  person_id: string | null;
  value: Json | null;
}

export interface CustomersPublishedDossierFilled {
  answered_at: Timestamp | null;
  declined: boolean | null;
  field: string | null;
  person_id: string | null;
}

export interface CustomersPublishedHouseholdMember {
  household_id: string | null;
  person_id: string | null;
}

export interface CustomersPublishedPerson {
  birth_date: string | null;
  birth_year: number | null;
  entered_at: Timestamp | null;
  id: string | null;
  initials: string | null;
  kind: string | null;
  name: string | null;
  name_key: string | null;
  pinyin: string | null;
  registered_at: Timestamp | null;
  sex: string | null;
  version: number | null;
}

export interface CustomersPublishedPersonProject {
  imported: boolean | null;
  person_id: string | null;
  project_id: string | null;
  registered_at: Timestamp | null;
}

export interface CustomersPublishedPhone {
  id: string | null;
  is_primary: boolean | null;
  kind: string | null;
  masked: string | null;
  person_id: string | null;
  wrong_since: string | null;
}

export interface CustomersPublishedRelation {
  added_at: Timestamp | null;
  from_person: string | null;
  id: string | null;
  kind: string | null;
  to_person: string | null;
}

export interface CustomersPublishedRoomParty {
  ended_on: string | null;
  id: string | null;
  person_id: string | null;
  primary_contact: boolean | null;
  project_id: string | null;
  role: string | null;
  room_id: string | null;
  share: Numeric | null;
  started_on: string | null;
}

export interface Deal {
  /**
   * Total price as agreed, fen.
   */
  amount_fen: number | null;
  cancel_reason: string | null;
  cancelled_on: string | null;
  changed_at: Timestamp;
  consultant_id: string | null;
  /**
   * Name as the imported file has it, when it was matched to no account.
   */
  consultant_name: string | null;
  contract_number: string | null;
  created_at: Timestamp;
  created_by: string;
  deposit_fen: number | null;
  /**
   * As it was granted, in words: 98 折, 老带新优惠 1 万.
   */
  discount: string | null;
  filed_on: string | null;
  id: string;
  import_id: string | null;
  intention_money_fen: number | null;
  intention_paid_on: string | null;
  /**
   * Price before discount, fen.
   */
  list_amount_fen: number | null;
  note: string | null;
  /**
   * Number of the subscription agreement.
   */
  number: string | null;
  payment_method: string | null;
  project_id: string;
  referrer_id: string | null;
  reserved_on: string | null;
  room_id: string | null;
  signed_on: string | null;
  /**
   * The row of the source, unique in the project (decision 20).
   */
  source_key: string | null;
  state: string;
  subscribed_on: string | null;
  /**
   * Agreed price per square metre of gross area, fen.
   */
  unit_price_fen: number | null;
  version: Generated<number>;
}

export interface DealBuyer {
  deal_id: string;
  person_id: string;
  position: number;
  /**
   * Part of the ownership, above 0 to 1; empty when the buyers did not say.
   */
  share: Numeric | null;
}

export interface DealPayment {
  amount_fen: number;
  deal_id: string;
  id: string;
  kind: string;
  note: string | null;
  received_on: string;
}

export interface DictionaryEntry {
  dictionary: string;
  en: string;
  id: string;
  position: number;
  retired_at: Timestamp | null;
  /**
   * Other words for it in spreadsheets.
   */
  synonyms: Generated<string[]>;
  version: Generated<number>;
  zh: string;
}

export interface DossierAnswer {
  answered_at: Timestamp;
  answered_by: string;
  declined: boolean;
  /**
   * JSON of a sensitive value, AES-256-GCM bound to person and field (SEC-04).
   */
  encrypted: string | null;
  field: string;
  person_id: string;
  /**
   * developer: not for property-side staff until consent shares it (decision 33).
   */
  side: string;
  source: string;
  value: Json | null;
}

export interface DossierFieldSwitch {
  field: string;
  purpose: string | null;
  switched_at: Timestamp;
  switched_by: string;
  switched_on: boolean;
}

export interface DossierSum {
  /**
   * Answers that sets of people are asked for (customers.asked_of_sets), by field; null when there are none.
   */
  answers: Json | null;
  /**
   * Fields that the person did not wish to answer, joined by commas, in order; null when there are none.
   */
  declined: string | null;
  /**
   * Fields that are answered, joined by commas, in order; null when none is.
   */
  filled: string | null;
  person_id: string;
}

export interface FieldChange {
  after_sealed: string | null;
  before_sealed: string | null;
  changed_at: Timestamp;
  changed_by: string;
  changed_by_name: string;
  field: string;
  id: string;
  person_id: string;
  side: string;
  source: string;
}

export interface GivingUp {
  given_up_on: string;
  person_id: string;
  project_id: string;
  reason: string;
  recorded_at: Timestamp;
  recorded_by: string;
}

export interface HouseholdMember {
  household_id: string;
  person_id: string;
}

export interface IdempotentAnswer {
  account_id: string;
  answer: string;
  at: Timestamp;
  key: string;
  request_hash: string;
  status: number;
}

export interface IdentityPublishedAdministrator {
  staff_id: string | null;
}

export interface IdentityPublishedPortfolio {
  from_day: string | null;
  project_id: string | null;
  staff_id: string | null;
  subject_id: string | null;
  subject_kind: string | null;
  until_day: string | null;
}

export interface IdentityPublishedStaff {
  id: string | null;
  left_at: Timestamp | null;
  name: string | null;
  name_key: string | null;
}

export interface IdentityPublishedStaffProject {
  project_id: string | null;
  staff_id: string | null;
}

export interface ImportChange {
  door: string;
  /**
   * A list of images, up to a hundred, in the order of their changes; a single one in imports of before December 2026.
   */
  image: Json;
  position: number;
  run_id: string;
}

export interface ImportFile {
  encoding: string | null;
  /**
   * From then on the content is gone, and the error file with it (decision 23).
   */
  expires_at: Timestamp;
  id: string;
  name: string;
  position: number;
  /**
   * Why it could not be read at all.
   */
  refusal: Json | null;
  run_id: string;
  size_bytes: number;
}

export interface ImportFilePart {
  file_id: string;
  /**
   * From 0 in the file; what was read of it counts down from -1.
   */
  part: number;
  /**
   * Edition of the reader that read it; another reads the file again.
   */
  reader: number | null;
  /**
   * Half a megabyte of the file, encrypted: raw files carry ID numbers.
   */
  sealed: string;
  /**
   * Of what was read: the sheet's position. Its heading comes first, its rows follow some thousand at a time.
   */
  sheet: number | null;
}

export interface ImportMapping {
  decided_at: Timestamp;
  decided_by: string;
  /**
   * Field by plain heading of the columns that somebody decided; null for one that goes nowhere.
   */
  fields: Json;
  headings_key: string;
  /**
   * What somebody said such sheets are; null where nobody did, so that each is recognised by itself.
   */
  kind: string | null;
}

export interface ImportProgress {
  done: number;
  run_id: string;
  started_at: Timestamp;
  step: string;
  told_at: Timestamp;
  total: number;
}

export interface ImportRepair {
  col: number;
  row: number;
  run_id: string;
  sealed: string;
  sheet_id: string;
}

export interface ImportRow {
  joined: boolean;
  outcome: string;
  /**
   * Per column: sort (rejection, problem, difference), code and sentence in both languages.
   */
  reasons: Json;
  row: number;
  run_id: string;
  /**
   * Who the row is about and what stood in the columns, encrypted; removed with the file.
   */
  sealed: string | null;
  sheet_id: string;
}

export interface ImportRun {
  applied_at: Timestamp | null;
  /**
   * When its present step was asked for: its place in the line.
   */
  asked_at: Generated<Timestamp>;
  failure: Json | null;
  id: string;
  /**
   * What an undo left as it is, and why.
   */
  kept: Json | null;
  /**
   * Only failed, undone, previewed, asking and applied rest; in the others a job is at work and resumes after a restart.
   */
  phase: string;
  previewed_at: Timestamp | null;
  /**
   * Which project each name in the files stands for, as the importer said: folded name to project id.
   */
  project_choices: Generated<Json>;
  /**
   * Where rows go that name no project themselves.
   */
  project_id: string | null;
  /**
   * Distinct people, rooms, contacts and deals that the rows became.
   */
  records: Json | null;
  /**
   * Names of staff that the rows carry.
   */
  staff_names: Json | null;
  started_at: Timestamp;
  started_by: string;
  started_by_name: string;
  undone_at: Timestamp | null;
  version: Generated<number>;
}

export interface ImportSheet {
  /**
   * Per column: heading, field, confidence, share of values that fit, a masked sample.
   */
  columns: Json;
  /**
   * rows = created + updated + unchanged + rejected; of the preview, then of the applying.
   */
  counts: Json | null;
  file_id: string;
  /**
   * Where the table's own title lines begin, when it lies below another table of the sheet.
   */
  first_row: number | null;
  header_row: number | null;
  headings_key: string | null;
  /**
   * The sheet has no heading row: its columns are called by their letters and a person says what they are.
   */
  headless: Generated<boolean>;
  id: string;
  /**
   * Code of the reason why the sheet is taken for none of ours; null when it is imported.
   */
  ignored_because: string | null;
  kind: string;
  kind_confidence: number;
  /**
   * The last row before another table of the sheet begins.
   */
  last_row: number | null;
  /**
   * How the rows lie, where they make no table: cards with the places of their values, or a chain of lines; null of a table.
   */
  layout: Json | null;
  name: string;
  /**
   * Which table of the sheet, from 0.
   */
  part: Generated<number>;
  position: number;
  /**
   * When somebody decided this mapping, for this or an earlier file with the same headings.
   */
  remembered_at: Timestamp | null;
  /**
   * Filled rows below the headings when the file was recognised; an estimate of its data rows, for progress.
   */
  rows_seen: number | null;
  run_id: string;
  /**
   * Rows that are no data: blank, totals, notes, repeated headings.
   */
  skipped: Json;
  /**
   * What stands above the headings; a project is looked for in it.
   */
  title: string | null;
}

export interface ImportStaffName {
  decided_at: Timestamp;
  decided_by: string;
  name: string;
  staff_id: string | null;
}

export interface IndexPutAside {
  definition: string;
  name: string;
}

export interface Interaction {
  /**
   * When it happened; entered_at is when it was written down (DOS-06).
   */
  contacted_at: Timestamp;
  /**
   * Keeps the customer active by the rule of today: counted anew when the rule changes (SEG-17).
   */
  counted: boolean;
  entered_at: Timestamp;
  id: string;
  import_id: string | null;
  kind: string;
  on_behalf_of: string | null;
  /**
   * Passages by name: keyPoints, feedback, goal, achievement, plan, theme, participants, message, reply …
   */
  parts: Json;
  person_id: string;
  project_id: string;
  /**
   * The customer took part: came, answered, replied.
   */
  reacted: boolean;
  /**
   * From the sign-in, never typed (DOS-07); empty for imported history of unknown staff.
   */
  recorded_by: string | null;
  /**
   * Keyed hash of author, person, project, kind, reaction, words and the ten minutes in which it was; empty when said to be another of the same.
   */
  said_once: string | null;
  /**
   * Developer or property company: each sees its own records of a shared customer (ORG-08).
   */
  side: string;
  /**
   * The row of the source, unique in the project, so that importing twice is importing once (decision 20).
   */
  source_key: string | null;
  /**
   * Name as the imported file has it, when it was matched to no account.
   */
  staff_name: string | null;
  version: Generated<number>;
  written_at: Timestamp;
  /**
   * Who wrote the words as they stand now.
   */
  written_by: string | null;
}

export interface InteractionsPublishedActivityTaken {
  person_id: string | null;
  project_id: string | null;
}

export interface InteractionsPublishedContactSum {
  calls: number | null;
  first_on: string | null;
  follow_ups: number | null;
  last_counted_on: string | null;
  person_id: string | null;
  project_id: string | null;
  visit_days: string[] | null;
}

export interface InteractionVersion {
  contacted_at: Timestamp;
  interaction_id: string;
  number: number;
  parts: Json;
  written_at: Timestamp;
  written_by: string | null;
}

export interface LabelChange {
  after: string | null;
  before: string | null;
  changed_at: Timestamp | null;
  label: string | null;
  person_id: string | null;
  project_id: string | null;
  reasons: Json | null;
}

export interface LabelHistory {
  /**
   * An element is null when the person no longer carries the label.
   */
  after: string[];
  /**
   * Null when all of them came about for the first time.
   */
  before: string[] | null;
  changed_at: Timestamp;
  /**
   * The labels that changed; before, after and reasons stand in the same order.
   */
  labels: string[];
  person_id: string;
  project_id: string;
  /**
   * JSON, a list per label, kept short (rules/kept-reasons.ts); no personal data beyond days, amounts, counts and ages.
   */
  reasons: string;
}

export interface LabelNight {
  begun_at: Timestamp;
}

export interface Notice {
  account_id: string;
  at: Timestamp;
  id: string;
  /**
   * Which occasion; told again, the same row is unread again.
   */
  occurrence: string;
  /**
   * The rule that tells it, such as interactions.cutOff.
   */
  origin: string;
  /**
   * The page of the console that it leads to.
   */
  path: string | null;
  read_at: Timestamp | null;
  subject_id: string | null;
  subject_kind: string | null;
  /**
   * What is told, {zh, en}; names of customers are not in it but are looked up by subject.
   */
  title: Json;
  why: Json | null;
}

export interface ParameterChange {
  after: Json | null;
  before: Json | null;
  changed_at: Timestamp;
  changed_by: string;
  changed_by_name: string;
  id: string;
  key: string;
  node_id: string;
  node_name: string;
  reason: string | null;
}

export interface ParameterOverride {
  changed_at: Timestamp;
  changed_by: string;
  changed_by_name: string;
  key: string;
  node_id: string;
  value: Json;
}

export interface Person {
  birth_date: string | null;
  /**
   * Always with birth_date; alone when only the year is known.
   */
  birth_year: number | null;
  /**
   * When the record came to stand here; grace periods of imported history count from then (decision 19).
   */
  entered_at: Timestamp;
  id: string;
  initials: string;
  kind: string;
  name: string;
  /**
   * The name without width, spaces and forms of address: what joins rows to a person, never alone (decision 2).
   */
  name_key: string;
  /**
   * zhangsan; names sort by it.
   */
  pinyin: string;
  /**
   * First registration in the group; imports tell an earlier day.
   */
  registered_at: Timestamp;
  registered_by: string;
  sex: string | null;
  version: Generated<number>;
}

export interface PersonIdentity {
  encrypted: string;
  hash: string;
  kind: string;
  person_id: string;
}

export interface PersonKey {
  person_id: string;
  /**
   * A 256-bit key, encrypted with the master key of the key file.
   */
  wrapped_key: string;
}

export interface PersonMerge {
  merged_at: Timestamp;
  merged_by: string;
  merged_id: string;
  person_id: string;
}

export interface PersonPhone {
  added_at: Timestamp;
  id: string;
  is_primary: boolean;
  kind: string;
  note: string | null;
  /**
   * Digits; foreign ones with +. Several people may share one. Placeholders are never stored.
   */
  number: string;
  person_id: string;
  version: Generated<number>;
  /**
   * Known not to reach the person since this day; null while believed.
   */
  wrong_since: string | null;
}

export interface PersonProject {
  imported: Generated<boolean>;
  person_id: string;
  project_id: string;
  registered_at: Timestamp;
  registered_by: string;
}

export interface PersonRelation {
  added_at: Timestamp;
  added_by: string;
  from_person: string;
  id: string;
  kind: string;
  note: string | null;
  to_person: string;
}

export interface PersonSearch {
  person_id: string;
  words: string;
}

export interface PersonSource {
  /**
   * Hash of the name and of what stood around it in the source.
   */
  key: string;
  person_id: string;
  project_id: string;
}

export interface Phase {
  /**
   * Canonical, for room codes: 02 for 二期.
   */
  code: string;
  id: string;
  name: string;
  position: Generated<number>;
  project_id: string;
  version: Generated<number>;
}

export interface PortfolioItem {
  entrusted_by: string;
  from_day: string;
  id: string;
  project_id: string;
  staff_id: string;
  /**
   * Room or person; opaque here, both stand above identity.
   */
  subject_id: string;
  subject_kind: string;
  /**
   * First day on which it is no longer held; null while open.
   */
  until_day: string | null;
}

export interface PropertiesPublishedRoom {
  bathrooms: number | null;
  bedrooms: number | null;
  building_id: string | null;
  code: string | null;
  delivery_batch: string | null;
  display_code: string | null;
  display_name: string | null;
  filed_on: string | null;
  fit_out: string | null;
  floor: number | null;
  floor_label: string | null;
  gross_area: Numeric | null;
  handed_over_on: string | null;
  id: string | null;
  inner_area: Numeric | null;
  kind: string | null;
  layout: string | null;
  living_rooms: number | null;
  moved_in_on: string | null;
  moved_out_on: string | null;
  number: string | null;
  phase_id: string | null;
  product_type: string | null;
  project_id: string | null;
  rescinded_on: string | null;
  sale_kind: string | null;
  sales_state: string | null;
  signed_on: string | null;
  sort_key: string | null;
  stage: string | null;
  subscribed_on: string | null;
  title_issued_on: string | null;
  unit_id: string | null;
}

export interface PublicDay {
  changed_at: Timestamp;
  changed_by: string;
  day: string;
  kind: string;
  name: Generated<string>;
}

export interface RateWindow {
  count: number;
  /**
   * What is limited and for whom, such as reveal:<account id>.
   */
  key: string;
  started_at: Timestamp;
}

export interface RegisterEntry {
  /**
   * When the server had it, where it had waited on a device: entered_at and completed_at then say when it was written there (DOS-06).
   */
  arrived_at: Timestamp | null;
  /**
   * As written, while the caller is not yet a customer.
   */
  caller_name: string | null;
  completed_at: Timestamp | null;
  contacted_at: Timestamp;
  /**
   * Day in Shanghai.
   */
  contacted_on: string;
  /**
   * Closing time of the day, or 24:00 for contacts after closing; fixed when the register is opened.
   */
  due_at: Timestamp;
  /**
   * When it was opened here, or written on a device that could not reach the server; see arrived_at.
   */
  entered_at: Timestamp;
  follow_up: Json | null;
  /**
   * JSON of the form as written: encrypted, with the person’s key once the person is known.
   */
  form_sealed: string;
  id: string;
  interaction_id: string | null;
  kind: string;
  /**
   * Fields still to fill in.
   */
  missing: string[];
  number_of_day: number;
  on_behalf_of: string | null;
  person_id: string | null;
  phone_masked: string | null;
  project_id: string;
  recorded_by: string;
  /**
   * Keyed hash of author, project, kind, moment of the contact and the form as first sent.
   */
  sent_once: string | null;
  /**
   * Calls or visits of this customer in this project before this one (DOS-08).
   */
  times_before: number | null;
  version: Generated<number>;
}

export interface Role {
  about_en: string;
  about_zh: string;
  /**
   * Permissions given beyond the shipped ones; for an own role all that it has.
   */
  added: Generated<string[]>;
  id: string;
  /**
   * Shipped permissions taken away.
   */
  removed: Generated<string[]>;
  /**
   * For which of the two organisations the role works (ORG-08).
   */
  side: string;
  /**
   * Proposed when the role is granted: only what is entrusted to the person.
   */
  suggests_own: Generated<boolean>;
  title_en: string;
  title_zh: string;
  version: Generated<number>;
}

export interface Room {
  /**
   * The public address, apart from the sales code (norms §8).
   */
  address: string | null;
  bathrooms: number | null;
  bedrooms: number | null;
  building_id: string | null;
  /**
   * Within the project: 02-08-1-1203, without what is unknown; the short code of the project stands before it on paper (norms §8).
   */
  code: string;
  created_at: Timestamp;
  delivery_batch: string | null;
  /**
   * 3-2-1203.
   */
  display_code: string;
  /**
   * 3栋2单元1203.
   */
  display_name: string;
  /**
   * Fields that a person entered here: an import never overwrites them (decision 20).
   */
  entered_fields: Generated<string[]>;
  fit_out: string | null;
  /**
   * Physical floor from the ground, basements negative; differs from floor_label where floors are skipped (4, 13, 14).
   */
  floor: number | null;
  /**
   * What the lift shows: 3A, 12A, -1, M.
   */
  floor_label: string | null;
  /**
   * m², 建筑面积 = inner and shared area.
   */
  gross_area: Numeric | null;
  id: string;
  /**
   * m², 套内面积.
   */
  inner_area: Numeric | null;
  kind: string;
  kitchens: number | null;
  layout: string | null;
  living_rooms: number | null;
  /**
   * Floor and two digits: 1203. What stands on the door.
   */
  number: string;
  /**
   * One or two of N E S W: S, SE, NS.
   */
  orientation: string | null;
  phase_id: string | null;
  product_type: string | null;
  project_id: string;
  sale_kind: string | null;
  sales_state: string | null;
  /**
   * Sorts rooms as people count: figures padded.
   */
  sort_key: string;
  /**
   * Where it stands now, by the rule over sales state and milestones; kept with every write of either.
   */
  stage: Generated<string>;
  unit_id: string | null;
  version: Generated<number>;
}

export interface RoomExternalCode {
  code: string;
  project_id: string;
  room_id: string;
  source: string;
}

export interface RoomMilestone {
  /**
   * By a person here; false when it came from an import, which a later import may correct.
   */
  entered: boolean;
  id: string;
  kind: string;
  project_id: string;
  reached_on: string;
  recorded_at: Timestamp;
  recorded_by: string;
  room_id: string;
}

export interface RoomParty {
  /**
   * First day on which it no longer holds.
   */
  ended_on: string | null;
  id: string;
  imported: Generated<boolean>;
  person_id: string;
  primary_contact: Generated<boolean>;
  project_id: string;
  role: string;
  room_id: string;
  /**
   * Part of ownership, above 0 to 1; null when unknown or not an owner.
   */
  share: Numeric | null;
  started_on: string | null;
  version: Generated<number>;
}

export interface SalesPublishedContract {
  /**
   * Sum of the totals of signed contracts, fen (SEG-08).
   */
  amount_fen: number | null;
  first_signed_on: string | null;
  last_signed_on: string | null;
  person_id: string | null;
  project_id: string | null;
  prospective_since: string | null;
  /**
   * Rooms of signed contracts, whose layouts say how many bedrooms (SEG-09, SEG-10).
   */
  room_ids: string[] | null;
  signed_count: number | null;
}

export interface SalesPublishedDeal {
  /**
   * Total of the deal in fen, not the buyer’s part of it.
   */
  amount_fen: number | null;
  cancelled_on: string | null;
  deal_id: string | null;
  discount: string | null;
  filed_on: string | null;
  first_payment_on: string | null;
  intention_paid_on: string | null;
  /**
   * Day of the latest payment by the buyers themselves; loans are paid by a bank.
   */
  last_payment_on: string | null;
  payment_method: string | null;
  person_id: string | null;
  position: number | null;
  project_id: string | null;
  referrer_id: string | null;
  reserved_on: string | null;
  room_id: string | null;
  share: Numeric | null;
  signed_on: string | null;
  state: string | null;
  subscribed_on: string | null;
  unit_price_fen: number | null;
}

export interface SalesPublishedDealChange {
  changed_at: Timestamp | null;
  project_id: string | null;
}

export interface SavedView {
  created_at: Timestamp;
  definition: Json;
  id: string;
  name: string;
  owner_id: string;
  /**
   * Seen by all staff; only its maker changes it.
   */
  shared: boolean;
  version: Generated<number>;
}

export interface SegmentsPublishedLabel {
  activity: string | null;
  completeness: number | null;
  lifecycle: string | null;
  person_id: string | null;
  project_id: string | null;
  room_ids: string[] | null;
  standing: string | null;
  valid_until: string | null;
  value: string | null;
}

export interface SettingsPublishedCompany {
  id: string | null;
  kind: string | null;
  name: string | null;
  parent_id: string | null;
  path: string[] | null;
  pinyin: string | null;
}

export interface SettingsPublishedProject {
  code: string | null;
  id: string | null;
  name: string | null;
  parent_id: string | null;
  path: string[] | null;
  pinyin: string | null;
}

export interface SettingsPublishedProjectUnder {
  node_id: string | null;
  project_id: string | null;
}

export interface SpecialDay {
  day: string;
  kind: string;
  node_id: string;
  note: Generated<string>;
  periods: Json;
}

export interface Staff {
  added_at: Timestamp;
  id: string;
  language: Generated<string>;
  name: string;
  /**
   * Pinyin and initials in lower case, for sorting and finding: zhangsan zs.
   */
  name_key: string;
  theme: Generated<string>;
  /**
   * Lower case, NFKC; unique for ever, so that old records name one person.
   */
  username: string;
  version: Generated<number>;
}

export interface StaffGrant {
  granted_at: Timestamp;
  granted_by: string;
  id: string;
  node_id: string;
  /**
   * Of those projects only what is entrusted to the person. The same in all grants of an account.
   */
  own_only: boolean;
  role_id: string;
  staff_id: string;
}

export interface StaffLeaving {
  closed_by: string;
  left_at: Timestamp;
  staff_id: string;
}

export interface Task {
  assignee_id: string;
  changed_at: Timestamp;
  /**
   * Who changed it last; lets a person with an own portfolio take back what they just handed over.
   */
  changed_by: string;
  /**
   * A column rather than a row, because the indexes of open tasks need it.
   */
  closed_at: Timestamp | null;
  created_at: Timestamp;
  created_by: string;
  due_at: Timestamp;
  /**
   * Accounts to whom it was given by somebody who may see its subject; the one of them who has it now sees the subject while it is open. Written by a trigger only.
   */
  entrusted_to: Generated<string[]>;
  id: string;
  /**
   * Which set of outcomes it offers: followUp, register, dossier, care, other.
   */
  kind: string;
  note: Json | null;
  /**
   * Which occurrence of the origin; a repeated creation finds the same task.
   */
  occurrence: string;
  /**
   * The rule or hand that made it, such as interactions.followUp or tasks.byHand.
   */
  origin: string;
  /**
   * The time of day to start, when there is one; due_at is the end of the time.
   */
  planned_at: Timestamp | null;
  project_id: string;
  /**
   * From when Today shows it, where that is before its time or due day; made from a line that showed early.
   */
  shown_from: Timestamp | null;
  /**
   * Whose colleagues see it besides those who have, made or changed it: the sides of its assignee and, where it works for one only, its maker (ORG-08). Written by a trigger only.
   */
  sides: Generated<string[]>;
  subject_id: string | null;
  /**
   * What it is about, opaque here: person, room, register; named by the resolver that its capability contributes.
   */
  subject_kind: string | null;
  /**
   * What to do, {zh, en}.
   */
  title: Json;
  version: Generated<number>;
  /**
   * Why now: rule and data, {zh, en}.
   */
  why: Json;
  /**
   * Suggested words to say, {zh, en}.
   */
  words: Json | null;
}

export interface TaskOutcome {
  at: Timestamp;
  by_account: string;
  /**
   * The outcome as it was offered, such as reached or noAnswer; withdrawn where the task had been given by mistake.
   */
  choice: string | null;
  effect: string;
  id: string;
  /**
   * Which came after which, whatever the clock said.
   */
  place: Generated<number>;
  reason: string | null;
  /**
   * The record that did the task, such as an interaction.
   */
  record_id: string | null;
  task_id: string;
  undone_at: Timestamp | null;
  /**
   * Assignee, plan and due instant before the act, for taking it back.
   */
  was: Json;
}

export interface TasksPublishedOpenTask {
  assignee_id: string | null;
  due_at: Timestamp | null;
  id: string | null;
  project_id: string | null;
  sides: string[] | null;
  subject_id: string | null;
  subject_kind: string | null;
  title: Json | null;
}

export interface TasksPublishedTakenLine {
  occurrence: string | null;
  origin: string | null;
}

export interface TodayVisit {
  account_id: string;
  /**
   * The visit before the one that is going on.
   */
  previous_at: Timestamp;
  seen_at: Timestamp;
}

export interface ValueScale {
  /**
   * When the project was last ranked, whether its scale differed or not.
   */
  computed_at: Timestamp;
  customers: number;
  percentiles_fen: ArrayType<number>;
  project_id: string;
  top_cut_fen: number | null;
}

export interface WorkingHours {
  follows_holidays: boolean;
  kind: string;
  node_id: string;
  version: Generated<number>;
  /**
   * Seven lists from Monday to Sunday of {from, to} in whole minutes after midnight in Shanghai.
   */
  week: Json;
}

export interface DB {
  audit_entry: AuditEntry;
  "auth.access_edition": AuthAccessEdition;
  "auth.api_key": AuthApiKey;
  "auth.api_key_node": AuthApiKeyNode;
  "auth.api_key_revocation": AuthApiKeyRevocation;
  "auth.backup_code": AuthBackupCode;
  "auth.failed_tries": AuthFailedTries;
  "auth.password": AuthPassword;
  "auth.second_factor": AuthSecondFactor;
  "auth.second_factor_offer": AuthSecondFactorOffer;
  "auth.session": AuthSession;
  "auth.sign_in_ticket": AuthSignInTicket;
  book_setting: BookSetting;
  building: Building;
  building_unit: BuildingUnit;
  bulk_act: BulkAct;
  bulk_act_item: BulkActItem;
  company_node: CompanyNode;
  contact_sum: ContactSum;
  customer_export: CustomerExport;
  customer_fact: CustomerFact;
  customer_mark: CustomerMark;
  "customers_published.dossier_answer": CustomersPublishedDossierAnswer;
  "customers_published.dossier_filled": CustomersPublishedDossierFilled;
  "customers_published.household_member": CustomersPublishedHouseholdMember;
  "customers_published.person": CustomersPublishedPerson;
  "customers_published.person_project": CustomersPublishedPersonProject;
  "customers_published.phone": CustomersPublishedPhone;
  "customers_published.relation": CustomersPublishedRelation;
  "customers_published.room_party": CustomersPublishedRoomParty;
  deal: Deal;
  deal_buyer: DealBuyer;
  deal_payment: DealPayment;
  dictionary_entry: DictionaryEntry;
  dossier_answer: DossierAnswer;
  dossier_field_switch: DossierFieldSwitch;
  dossier_sum: DossierSum;
  field_change: FieldChange;
  giving_up: GivingUp;
  household_member: HouseholdMember;
  idempotent_answer: IdempotentAnswer;
  "identity_published.administrator": IdentityPublishedAdministrator;
  "identity_published.portfolio": IdentityPublishedPortfolio;
  "identity_published.staff": IdentityPublishedStaff;
  "identity_published.staff_project": IdentityPublishedStaffProject;
  import_change: ImportChange;
  import_file: ImportFile;
  import_file_part: ImportFilePart;
  import_mapping: ImportMapping;
  import_progress: ImportProgress;
  import_repair: ImportRepair;
  import_row: ImportRow;
  import_run: ImportRun;
  import_sheet: ImportSheet;
  import_staff_name: ImportStaffName;
  index_put_aside: IndexPutAside;
  interaction: Interaction;
  interaction_version: InteractionVersion;
  "interactions_published.activity_taken": InteractionsPublishedActivityTaken;
  "interactions_published.contact_sum": InteractionsPublishedContactSum;
  label_change: LabelChange;
  label_history: LabelHistory;
  label_night: LabelNight;
  notice: Notice;
  parameter_change: ParameterChange;
  parameter_override: ParameterOverride;
  person: Person;
  person_identity: PersonIdentity;
  person_key: PersonKey;
  person_merge: PersonMerge;
  person_phone: PersonPhone;
  person_project: PersonProject;
  person_relation: PersonRelation;
  person_search: PersonSearch;
  person_source: PersonSource;
  phase: Phase;
  portfolio_item: PortfolioItem;
  "properties_published.room": PropertiesPublishedRoom;
  public_day: PublicDay;
  rate_window: RateWindow;
  register_entry: RegisterEntry;
  role: Role;
  room: Room;
  room_external_code: RoomExternalCode;
  room_milestone: RoomMilestone;
  room_party: RoomParty;
  "sales_published.contract": SalesPublishedContract;
  "sales_published.deal": SalesPublishedDeal;
  "sales_published.deal_change": SalesPublishedDealChange;
  saved_view: SavedView;
  "segments_published.label": SegmentsPublishedLabel;
  "settings_published.company": SettingsPublishedCompany;
  "settings_published.project": SettingsPublishedProject;
  "settings_published.project_under": SettingsPublishedProjectUnder;
  special_day: SpecialDay;
  staff: Staff;
  staff_grant: StaffGrant;
  staff_leaving: StaffLeaving;
  task: Task;
  task_outcome: TaskOutcome;
  "tasks_published.open_task": TasksPublishedOpenTask;
  "tasks_published.taken_line": TasksPublishedTakenLine;
  today_visit: TodayVisit;
  value_scale: ValueScale;
  working_hours: WorkingHours;
}
