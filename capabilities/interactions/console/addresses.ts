/** Addresses, apart from the pages themselves, so that pages can lead to each other without a circle. */
export const addresses = {
  record: '/contacts/new',
  registers: '/registers',
  registerNew: '/registers/new',
  register: '/registers/:registerId',
  print: '/registers/:registerId/print',
} as const;
