// Written by `npm run db:schema` from database/migrations; do not edit.
import type { ColumnType } from "kysely";

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

export interface Building {
  /**
   * Canonical: 3 for 3栋, 3# and 三号楼; A for A座; 东区3 where districts number apart. Runs through the whole project, across phases (norms §8).
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
  name: string;
  position: Generated<number>;
  project_id: string;
  version: Generated<number>;
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
   * Within the project: XYHY-02-08-1-1203 without what is unknown (norms §8).
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
  building: Building;
  building_unit: BuildingUnit;
  company_node: CompanyNode;
  "customers_published.dossier_answer": CustomersPublishedDossierAnswer;
  "customers_published.dossier_filled": CustomersPublishedDossierFilled;
  "customers_published.household_member": CustomersPublishedHouseholdMember;
  "customers_published.person": CustomersPublishedPerson;
  "customers_published.person_project": CustomersPublishedPersonProject;
  "customers_published.phone": CustomersPublishedPhone;
  "customers_published.relation": CustomersPublishedRelation;
  "customers_published.room_party": CustomersPublishedRoomParty;
  dictionary_entry: DictionaryEntry;
  dossier_answer: DossierAnswer;
  dossier_field_switch: DossierFieldSwitch;
  field_change: FieldChange;
  household_member: HouseholdMember;
  idempotent_answer: IdempotentAnswer;
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
  phase: Phase;
  portfolio_item: PortfolioItem;
  "properties_published.room": PropertiesPublishedRoom;
  public_day: PublicDay;
  rate_window: RateWindow;
  role: Role;
  room: Room;
  room_external_code: RoomExternalCode;
  room_milestone: RoomMilestone;
  room_party: RoomParty;
  "settings_published.company": SettingsPublishedCompany;
  "settings_published.project": SettingsPublishedProject;
  "settings_published.project_under": SettingsPublishedProjectUnder;
  special_day: SpecialDay;
  staff: Staff;
  staff_grant: StaffGrant;
  staff_leaving: StaffLeaving;
  working_hours: WorkingHours;
}
