/** Addresses, apart from the pages themselves, so that pages can lead to each other without a circle. */
export const placesAddress = { path: '/places' } as const;
export const projectAddress = { path: '/places/:projectId' } as const;
export const buildingAddress = { path: '/buildings/:buildingId' } as const;
export const roomAddress = { path: '/rooms/:roomId' } as const;
