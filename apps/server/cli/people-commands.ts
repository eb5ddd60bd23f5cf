import { Username } from '@yilu/identity/contract';
import { addUser, createApiKey, resetPasswordOf } from '@yilu/identity/server';
import { type Command, type Given, Misused, needed, type Option } from './command.ts';
import { nodesNamed } from './nodes.ts';
import { withEngine } from './with-engine.ts';

const role: Option = {
  type: 'string',
  about: {
    zh: '角色编号，如 administrator、projectManager、salesConsultant、housekeeper',
    en: 'Id of a role, such as administrator, projectManager, salesConsultant, housekeeper',
  },
};
const project: Option = {
  type: 'string',
  multiple: true,
  about: { zh: '项目或公司的名称、编码或编号，可重复', en: 'Name, code or id of a project or company; repeatable' },
};
const password: Option = {
  type: 'string',
  about: {
    zh: '密码；不给则生成一个临时密码，第一次登录时必须修改',
    en: 'The password; without it a temporary one is made, to be changed at the first sign-in',
  },
};

export const userAdd: Command = {
  name: 'user add',
  takes: 'USERNAME --name NAME --role ROLE [--project P]…',
  about: { zh: '新增员工账号', en: 'Add an account for a member of staff' },
  options: {
    username: {
      type: 'string',
      about: { zh: '用户名（也可直接写在命令后面）', en: 'The username, if not given bare' },
    },
    name: { type: 'string', about: { zh: '姓名', en: 'The name colleagues see' } },
    role,
    project,
    own: { type: 'boolean', about: { zh: '只看自己负责的客户和房屋', en: 'Sees the own portfolio only' } },
    password,
  },
  mostPositionals: 1,
  run: async (given) => {
    const username = usernameOf(given);
    const roleId = needed(given, 'role');
    return withEngine(given.config, async ({ work, settle }) => {
      const account = await work(async (here) =>
        addUser(here, {
          username,
          name: given.text('name') ?? username,
          roleId,
          nodeIds: await nodesNamed(here, given.list('project')),
          ownOnly: given.flag('own'),
          password: given.text('password'),
        }),
      );
      await settle();
      return {
        data: { id: account.staffId, username, password: account.password },
        lines: [`${username}  ${account.password}`],
      };
    });
  },
};

export const passwordReset: Command = {
  name: 'password reset',
  takes: 'USERNAME',
  about: { zh: '重设密码并登出该账号的所有设备', en: 'Set a new password and sign the account out everywhere' },
  options: {
    username: {
      type: 'string',
      about: { zh: '用户名（也可直接写在命令后面）', en: 'The username, if not given bare' },
    },
    password,
  },
  mostPositionals: 1,
  run: async (given) => {
    const username = usernameOf(given);
    return withEngine(given.config, async ({ work }) => {
      const answer = await work((here) => resetPasswordOf(here, { username, password: given.text('password') }));
      return { data: { username, ...answer }, lines: [`${username}  ${answer.password}`] };
    });
  },
};

export const apiKeyCreate: Command = {
  name: 'api-key create',
  takes: '--name NAME --role ROLE [--project P]…',
  about: { zh: '新增 API 密钥，只显示这一次', en: 'Make an API key; it is shown this once' },
  options: {
    name: { type: 'string', about: { zh: '用途，如「官网表单」', en: 'What it is for, such as "web form"' } },
    role,
    project,
    expires: { type: 'string', about: { zh: '失效日期，如 2027-12-31', en: 'The day it ends, such as 2027-12-31' } },
  },
  run: async (given) => {
    const name = needed(given, 'name');
    const roleId = needed(given, 'role');
    const expiresAt = expiryOf(given);
    return withEngine(given.config, async ({ work }) => {
      const { key, apiKey } = await work(async (here) =>
        createApiKey(here, { name, roleId, nodeIds: await nodesNamed(here, given.list('project')), expiresAt }),
      );
      if (apiKey.nodeIds.length === 0) given.say(reachesNothing);
      return { data: { key, id: apiKey.id, name, role: roleId }, lines: [key] };
    });
  },
};

const reachesNothing = {
  zh: '注意：没有 --project，这个密钥看不到任何项目（管理员除外）。',
  en: 'Note: without --project this key reaches no project (an administrator reaches all).',
};

function usernameOf(given: Given): string {
  const typed = given.positionals[0] ?? needed(given, 'username');
  const { data } = Username.safeParse(typed);
  if (data !== undefined) return data;
  throw new Misused({
    zh: `「${typed}」不能用作用户名：2 到 40 个字母、汉字、数字或 . _ @ -。`,
    en: `"${typed}" cannot be a username: 2 to 40 letters, digits or . _ @ -.`,
  });
}

function expiryOf(given: Given): Date | undefined {
  const text = given.text('expires');
  if (!text) return undefined;
  const day = new Date(`${text}T23:59:59+08:00`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime())) return day;
  throw new Misused({ zh: `--expires 应为日期，如 2027-12-31。`, en: `--expires should be a day such as 2027-12-31.` });
}
