import { type RefusalParams, Refused, type Sentence } from '@yilu/platform/contract';

type Params = Readonly<Record<string, string | number>>;
type Sentences = { readonly zh: (given: Params) => string; readonly en: (given: Params) => string };

const sentences = {
  no_binaries: {
    zh: ({ platform }) =>
      `这台机器（${platform}）没有内置的 PostgreSQL；请重新运行 npm install，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
    en: ({ platform }) =>
      `There is no embedded PostgreSQL for this machine (${platform}); run npm install again or name a PostgreSQL 15 or newer in DATABASE_URL.`,
  },
  no_room_for_binaries: {
    zh: () => '以 root 运行时，需要一个可写的系统目录（/var/lib/yilu）存放 PostgreSQL 程序，但没有找到。',
    en: () =>
      'Running as root needs a writable system folder (/var/lib/yilu) for the PostgreSQL programs; none was found.',
  },
  no_system_user: {
    zh: () => '以 root 运行时，PostgreSQL 需要一个普通系统用户（yilu、postgres 或 nobody），但这台机器上没有。',
    en: () =>
      'Running as root, PostgreSQL needs an ordinary system user (yilu, postgres or nobody); this machine has none.',
  },
  newer_cluster: {
    zh: ({ found, known }) =>
      `数据目录由更新的 PostgreSQL ${found} 写成，这个版本只认识 ${known}；请安装更新的一路，数据没有改动。`,
    en: ({ found, known }) =>
      `The data folder was written by PostgreSQL ${found}, this version knows ${known}; install the newer Yilu. Nothing was changed.`,
  },
  disk_full: {
    zh: ({ folder }) => `磁盘已满，数据目录 ${folder} 写不下；请腾出空间后再启动，数据没有改动。`,
    en: ({ folder }) =>
      `The disk is full: the data folder ${folder} cannot grow; free some space and start again. Nothing was changed.`,
  },
  not_writable: {
    zh: ({ folder }) => `数据目录 ${folder} 不可写；请检查它的所有者和权限，或用 DATA_DIR 指定别处。`,
    en: ({ folder }) =>
      `The data folder ${folder} is not writable; check its owner and permissions or name another in DATA_DIR.`,
  },
  no_start: {
    zh: ({ log, line }) => `PostgreSQL 没有启动：${line}（全文见 ${log}）`,
    en: ({ log, line }) => `PostgreSQL did not start: ${line} (the whole text is in ${log})`,
  },
  no_initdb: {
    zh: ({ line }) => `不能建立数据库：${line}`,
    en: ({ line }) => `The database cannot be created: ${line}`,
  },
  locale: {
    zh: () => '这个数据库的字符分类（locale）不认识汉字，按姓名搜索会查不到人；请用 C.UTF-8 等 UTF-8 的 locale 建库。',
    en: () =>
      'The locale of this database does not know Chinese characters, searches by name would find nobody; create it with a UTF-8 locale such as C.UTF-8.',
  },
} satisfies Record<string, Sentences>;

/** The embedded PostgreSQL cannot serve, and what to do about it. */
export class PostgresUnavailable extends Refused {
  constructor(reason: keyof typeof sentences, given: Params) {
    const { zh, en }: Sentences = sentences[reason];
    const message: Sentence = { zh: zh(given), en: en(given) };
    super({ code: `postgres.${reason}`, params: given satisfies RefusalParams, message }, 409);
    this.name = 'PostgresUnavailable';
  }
}
