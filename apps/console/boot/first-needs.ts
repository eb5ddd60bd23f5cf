/** What a page needs first, so that the browser fetches it beside the console's code instead of after it. */
export interface FirstNeed {
  /** A pattern of the address. */
  readonly at: string;
  /** The page's module, and those of panels that stand in its first sight. */
  readonly code: readonly string[];
  /** What the page asks the server; `$1` is what the pattern caught, `$project` the chosen project as the first parameter, `$rows` how many a list reads at once. */
  readonly answers: readonly string[];
}

/** Asked by the frame around every page. */
export const neededAlways = ['/api/me', '/api/companies'];

/** The pages that a day begins with; stories/first-needs.test.ts holds each answer against what the page really asks. */
export const firstNeeds: readonly FirstNeed[] = [
  {
    at: '^/(?:today)?$',
    code: ['capabilities/tasks/console/today-page.tsx', 'capabilities/interactions/console/today-acts.tsx'],
    answers: ['/api/today'],
  },
  {
    at: '^/customers$',
    code: ['capabilities/segments/console/book-page.tsx'],
    answers: [
      '/api/customer-book/views',
      '/api/customer-book/settings',
      '/api/customer-book?$projectsort=-lastContactOn&limit=$rows',
      '/api/customer-book/count?$project',
      '/api/customer-book/view-counts?$project',
    ],
  },
  {
    at: '^/customers/([0-9a-f-]{36})$',
    code: ['capabilities/customers/console/person-page.tsx'],
    answers: ['/api/people/$1/view'],
  },
];
