import type { Sentence } from '../../platform/contract/index.ts';
import { kinds } from './numbers.ts';
import type { EstateSize } from './size.ts';
import { consultantOf, housekeeperOf } from './staff.ts';
import { talks } from './words.ts';

/** What happened: deals and payments, milestones of rooms, contacts, and what is to be done now. */
export function life(size: EstateSize, seed: number, today: string): string[] {
  const room = (key: string) => `demo.id(${kinds.room}, ${key}, ${seed})`;
  const person = (key: string) => `demo.id(${kinds.person}, ${key}, ${seed})`;
  const project = `demo.id(${kinds.node}, 10 + p, ${seed})`;
  const amount = `round((1.6 + demo.share(r, 'price', ${seed}) * 2.4) * 1e6 * room.gross_area / 100)::bigint * 100`;
  return [
    `insert into deal (id, project_id, room_id, state, amount_fen, unit_price_fen, payment_method, deposit_fen, subscribed_on, signed_on, filed_on, number, consultant_id, created_by, created_at, changed_at)
       select demo.id(${kinds.deal}, r, ${seed}), ${project}, room.id, 'CONTRACT_SIGNED', ${amount}, (${amount} / room.gross_area)::bigint,
              demo.pick('{MORTGAGE,MORTGAGE,MORTGAGE,LUMP_SUM,COMBINED_LOAN,PROVIDENT_FUND}', r, 'method', ${seed}), 10000000, signed_on - 14, signed_on, signed_on + 5,
              'RG' || lpad(r::text, 7, '0'), ${consultantOf(seed)}, ${consultantOf(seed)}, signed_on::timestamptz, signed_on::timestamptz
         from (select owner as k, * from demo_home) home join room on room.id = ${room('r')}`,
    `insert into deal_buyer (deal_id, person_id, position)
       select demo.id(${kinds.deal}, r, ${seed}), ${person('k')}, row_number() over (partition by r order by k) from demo_person where r is not null`,
    `insert into deal_payment (id, deal_id, kind, amount_fen, received_on)
       select demo.id(${kinds.payment}, r * 2 + part, ${seed}), deal.id, case part when 0 then 'DOWN_PAYMENT' else 'LOAN' end, deal.amount_fen * (3 + part * 4) / 10, home.signed_on + part * 45
         from demo_home home join deal on deal.id = demo.id(${kinds.deal}, r, ${seed}), generate_series(0, 1) part`,
    `insert into room_milestone (id, room_id, project_id, kind, reached_on, entered, recorded_by, recorded_at)
       select demo.id(${kinds.milestone}, r * 4 + place, ${seed}), ${room('r')}, ${project}, kind, reached_on, true, ${housekeeperOf(size, seed)}, now()
         from demo_home cross join lateral (values (0, 'SUBSCRIBED', signed_on - 14), (1, 'SIGNED', signed_on), (2, 'HANDED_OVER', handed_over_on),
              (3, 'MOVED_IN', case when demo.share(r, 'moved in', ${seed}) < 0.8 then handed_over_on + 90 end)) as reached (place, kind, reached_on)
        where reached_on <= date '${today}'`,
    // As the rule of properties says it: the furthest milestone.
    `update room set sales_state = 'SIGNED',
            stage = case when moved_in_on is not null then 'MOVED_IN' when handed_over_on is not null then 'HANDED_OVER' else 'SIGNED' end
       from (select home.r, home.handed_over_on, max(reached_on) filter (where kind = 'MOVED_IN') as moved_in_on
               from demo_home home left join room_milestone on room_id = ${room('home.r')} group by 1, 2) home
      where room.id = ${room('home.r')}`,
    contacts(size, seed, today),
    ...tasks(size, seed, today),
  ];
}

function texts(list: readonly string[], purpose: string, seed: number): string {
  return `demo.pick(array[${list.map((text) => `'${text}'`).join(',')}], key, '${purpose}', ${seed})`;
}

/** Most people were heard of lately; some cool, some are silent, some sleep: the last contact lies a typical silence back. */
function contacts({ contactsPerPerson }: EstateSize, seed: number, today: string): string {
  return `insert into interaction (id, project_id, person_id, side, kind, reacted, counted, contacted_at, entered_at, parts, recorded_by, written_by, written_at)
    select demo.id(${kinds.interaction}, key, ${seed}), demo.id(${kinds.node}, 10 + p, ${seed}), demo.id(${kinds.person}, k, ${seed}),
           case when part = 'lead' then 'developer' else 'property' end, kind, reacted, reacted, contacted_at, contacted_at + interval '20 minutes',
           case when kind in ('CALL_IN', 'CALL_OUT', 'ENQUIRY') then jsonb_build_object('keyPoints', ${texts(talks.call, 'call', seed)}, 'feedback', ${texts(talks.call, 'answer', seed)})
                when kind in ('VISIT_IN', 'VISIT_OUT') then jsonb_build_object('goal', '了解需求与感受', 'achievement', '已达成', 'feedback', ${texts(talks.visit, 'visit', seed)}, 'plan', '按约定时间再次联系')
                when kind = 'ACTIVITY' then jsonb_build_object('theme', '社区活动', 'participants', 20, 'feedback', ${texts(talks.activity, 'activity', seed)})
                else jsonb_build_object('message', ${texts(talks.message, 'message', seed)}, 'reply', ${texts(talks.reply, 'reply', seed)}) end,
           staff, staff, contacted_at + interval '20 minutes'
      from (select k * ${contactsPerPerson} + i as key, k, p, part,
                   case when part = 'lead' then demo.id(${kinds.staff}, p * 1000 + 2 + k % 4, ${seed}) else demo.id(${kinds.staff}, p * 1000 + 7, ${seed}) end as staff,
                   case when part = 'lead' then demo.pick('{CALL_IN,CALL_OUT,VISIT_IN,VISIT_IN,WECHAT}', k * 31 + i, 'kind', ${seed})
                        else demo.pick('{CALL_OUT,VISIT_OUT,WECHAT,WECHAT,ENQUIRY,ACTIVITY,SMS}', k * 31 + i, 'kind', ${seed}) end as kind,
                   demo.share(k * 31 + i, 'reacts', ${seed}) < 0.85 as reacted,
                   timestamptz '${today} 01:00Z' - make_interval(days => (silence + i * (18 + demo.share(k, 'pace', ${seed}) * 40))::int, mins => -(demo.share(k * 31 + i, 'minute', ${seed}) * 30)::int) as contacted_at
              from (select *, case when demo.share(k, 'kind of silence', ${seed}) < 0.55 then 1 + demo.share(k, 'silence', ${seed}) * 28
                                   when demo.share(k, 'kind of silence', ${seed}) < 0.75 then 30 + demo.share(k, 'silence', ${seed}) * 60
                                   when demo.share(k, 'kind of silence', ${seed}) < 0.87 then 92 + demo.share(k, 'silence', ${seed}) * 88
                                   else 185 + demo.share(k, 'silence', ${seed}) * 400 end as silence
                      from demo_person) silent, generate_series(0, ${contactsPerPerson - 1}) i) planned`;
}

interface Errand {
  readonly title: Sentence;
  readonly why: Sentence;
  readonly words: Sentence;
}

/** What consultants have to do about people who look for a home. */
const errandsOfLeads: readonly Errand[] = [
  {
    title: { zh: '约第二次到访', en: 'Arrange the second visit' },
    why: { zh: '首访后三天内应约定再次到访。', en: 'A second visit is to be arranged within three days of the first.' },
    words: {
      zh: '您好，您上次看中的户型这周有一套中间楼层，周末带家人一起来看看？',
      en: 'A middle floor of the layout you liked is free this week. Would you bring the family at the weekend?',
    },
  },
  {
    title: { zh: '把总价测算发给客户', en: 'Send the price calculation' },
    why: {
      zh: '上次到访问过总价和月供，答应算好发过去。',
      en: 'Price and instalments were asked for at the visit, and promised.',
    },
    words: {
      zh: '您好，您问的两套总价和月供我都算好了，发您看看，有不清楚的我随时给您说。',
      en: 'Here are price and monthly instalments of the two homes. Ask me whatever is not clear.',
    },
  },
  {
    title: { zh: '邀请参加周末的样板间开放', en: 'Invite to the show home at the weekend' },
    why: { zh: '看过的户型本周末样板间首次开放。', en: 'The show home of the layout they saw opens this weekend.' },
    words: {
      zh: '您好，您看过的户型样板间这个周末开放，给您留了上午的时间，方便吗？',
      en: 'The show home of your layout opens this weekend. I kept a morning slot for you; does it suit?',
    },
  },
];

/** What housekeepers have to do about people who live here. */
const errandsOfOwners: readonly Errand[] = [
  {
    title: { zh: '入住三个月，约一次上门访问', en: 'Three months in: arrange a visit' },
    why: {
      zh: '入住满三个月，按服务标准应做一次居住访问。',
      en: 'Three months after moving in the standard asks for a visit.',
    },
    words: {
      zh: '您好，您搬来三个月了，想上门看看门窗和下水，十来分钟就好，明天上午方便吗？',
      en: 'You moved in three months ago. May I look at windows and drains, ten minutes, tomorrow morning?',
    },
  },
  {
    title: { zh: '回访上周的报修', en: 'Follow up last week’s repair' },
    why: {
      zh: '上周报修已完工，还没有听到业主的评价。',
      en: 'Last week’s repair is done; the owner has not said how it is.',
    },
    words: {
      zh: '您好，上周的维修现在用着怎么样？有不满意的地方我马上再安排。',
      en: 'How is last week’s repair holding up? If anything is not right I will see to it at once.',
    },
  },
  {
    title: { zh: '告知周末停水安排', en: 'Tell about the water shut-off' },
    why: {
      zh: '本周末停水检修，提前告知才好备水。',
      en: 'The water is shut off at the weekend; told early they can store some.',
    },
    words: {
      zh: '您好，本周六上午九点到十一点停水，请提前存些水，有不方便的我给您送两桶过来。',
      en: 'The water is off on Saturday from nine to eleven. Please store some; I can bring two buckets.',
    },
  },
];

/** A few errands each around today, some late, for everybody who looks after people. */
function tasks(size: EstateSize, seed: number, today: string): string[] {
  const one = (errands: readonly Errand[], part: keyof Errand) =>
    `(array[${errands.map((errand) => `'${JSON.stringify(errand[part])}'`).join(',')}])[1 + k % ${errands.length}]::jsonb`;
  const list = (part: keyof Errand) =>
    `case when part = 'lead' then ${one(errandsOfLeads, part)} else ${one(errandsOfOwners, part)} end`;
  return [
    `insert into task (id, project_id, kind, subject_kind, subject_id, title, why, words, origin, occurrence, planned_at, due_at, assignee_id, created_by, created_at, changed_by, changed_at)
       select demo.id(${kinds.task}, k, ${seed}), demo.id(${kinds.node}, 10 + p, ${seed}), 'followUp', 'person', demo.id(${kinds.person}, k, ${seed}),
              ${list('title')}, ${list('why')}, ${list('words')}, 'tasks.byHand', 'demo-' || ${seed} || '-' || k,
              due - interval '90 minutes', due, staff, staff, due - interval '3 days', staff, due - interval '3 days'
         from (select k, p, part, case when part = 'lead' then ${consultantOf(seed)} else ${housekeeperOf(size, seed)} end as staff,
                      timestamptz '${today} 01:30Z' + make_interval(days => floor(demo.share(k, 'due day', ${seed}) * 9)::int - 1, mins => (floor(demo.share(k, 'due time', ${seed}) * 16) * 30)::int) as due
                 from demo_person where demo.share(k, 'has task', ${seed}) < 0.25 and part <> 'coOwner') planned`,
  ];
}
