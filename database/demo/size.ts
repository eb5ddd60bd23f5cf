/** How much of everything. */
export interface EstateSize {
  readonly rooms: number;
  readonly owners: number;
  readonly coOwners: number;
  readonly leads: number;
  readonly contactsPerPerson: number;
  readonly projects: number;
  /** Buildings are as high as the estate is large. */
  readonly floors: number;
  readonly roomsPerFloor: number;
}

/** An estate of so many households: one in five rooms is unsold, one owner in three has a co-owner, and buyers still come. */
export function sizeFor(households: number): EstateSize {
  const isLarge = households > 5_000;
  return {
    rooms: Math.ceil(households * 1.25),
    owners: households,
    coOwners: Math.floor(households / 3),
    leads: Math.ceil(households * 0.4),
    contactsPerPerson: 8,
    projects: Math.max(1, Math.min(40, Math.round(households / 8_000))),
    floors: isLarge ? 32 : 11,
    roomsPerFloor: isLarge ? 4 : 2,
  };
}

/** The base of the measurements: 200,000 customers, 250,000 rooms, 2,000,000 contacts. */
export const benchSize: EstateSize = {
  rooms: 250_000,
  owners: 130_000,
  coOwners: 30_000,
  leads: 40_000,
  contactsPerPerson: 10,
  projects: 20,
  floors: 32,
  roomsPerFloor: 4,
};
