/** Addresses, apart from the pages themselves, so that pages can lead to each other without a circle. */
export const personAddress = { path: '/customers/:personId' } as const;
export const registerAddress = { path: '/customers/new' } as const;
export const cardAddress = { path: '/customers/:personId/card' } as const;
export const fieldsAddress = { path: '/settings/dossier' } as const;
