/** Addresses, apart from the pages themselves, so that pages can lead to each other without a circle. */
export const addresses = { deals: '/deals', newDeal: '/deals/new', deal: '/deals/:dealId' } as const;
