import { dictionary } from '@yilu/settings/contract';

/** What a visitor does for a living, as the visit form asks (DOS-11). */
export const occupations = dictionary({
  key: 'customers.occupations',
  title: { zh: '职业特征', en: 'Occupations' },
  usedFor: { zh: '来访登记表与客户档案', en: 'Visit form and dossier' },
  entries: [
    { id: 'PUBLIC_SERVANT', zh: '公务员', en: 'Public servant', synonyms: ['机关', '政府'] },
    { id: 'PUBLIC_INSTITUTION', zh: '事业单位', en: 'Public institution', synonyms: ['事业编'] },
    { id: 'TEACHER', zh: '教师', en: 'Teacher', synonyms: ['老师', '教育'] },
    { id: 'DOCTOR', zh: '医生', en: 'Doctor', synonyms: ['医护', '医疗'] },
    { id: 'EXECUTIVE', zh: '企业高管', en: 'Executive', synonyms: ['高管', '总经理', '总监'] },
    { id: 'MANAGER', zh: '企业中层', en: 'Manager', synonyms: ['经理', '主管'] },
    { id: 'EMPLOYEE', zh: '企业职员', en: 'Employee', synonyms: ['职员', '白领', '员工'] },
    { id: 'ENGINEER', zh: '工程技术', en: 'Engineer', synonyms: ['工程师', '程序员', 'IT', '技术'] },
    { id: 'FINANCE', zh: '金融从业', en: 'Finance', synonyms: ['银行', '金融'] },
    { id: 'BUSINESS_OWNER', zh: '企业主', en: 'Business owner', synonyms: ['老板', '私营业主', '私企业主'] },
    { id: 'SELF_EMPLOYED', zh: '个体经营', en: 'Self-employed', synonyms: ['个体', '个体户', '自由职业'] },
    { id: 'WORKER', zh: '工人', en: 'Worker', synonyms: ['技工'] },
    { id: 'FARMER', zh: '务农', en: 'Farmer', synonyms: ['农民'] },
    { id: 'MILITARY', zh: '军警', en: 'Military or police', synonyms: ['军人', '警察'] },
    { id: 'RETIRED', zh: '退休', en: 'Retired', synonyms: ['离退休'] },
    { id: 'STUDENT', zh: '学生', en: 'Student' },
    { id: 'HOMEMAKER', zh: '全职家庭', en: 'Homemaker', synonyms: ['家庭主妇', '无业'] },
    { id: 'OTHER', zh: '其他', en: 'Other' },
  ],
});

/** What people like to do; a reason to approach them (DOS-24, DOS-27). */
export const hobbies = dictionary({
  key: 'customers.hobbies',
  title: { zh: '兴趣爱好', en: 'Hobbies' },
  usedFor: { zh: '客户档案与活动邀约', en: 'Dossier and invitations' },
  entries: [
    { id: 'RUNNING', zh: '跑步', en: 'Running', synonyms: ['健跑', '马拉松'] },
    { id: 'FITNESS', zh: '健身', en: 'Fitness', synonyms: ['瑜伽', '运动'] },
    { id: 'BALL_GAMES', zh: '球类', en: 'Ball games', synonyms: ['篮球', '足球', '羽毛球', '乒乓球', '网球'] },
    { id: 'GOLF', zh: '高尔夫', en: 'Golf' },
    { id: 'SWIMMING', zh: '游泳', en: 'Swimming' },
    { id: 'HIKING', zh: '登山徒步', en: 'Hiking', synonyms: ['爬山', '登山', '徒步'] },
    { id: 'FISHING', zh: '垂钓', en: 'Fishing', synonyms: ['钓鱼'] },
    { id: 'TRAVEL', zh: '旅游', en: 'Travel', synonyms: ['旅行', '自驾'] },
    { id: 'PHOTOGRAPHY', zh: '摄影', en: 'Photography' },
    { id: 'READING', zh: '阅读', en: 'Reading', synonyms: ['看书', '读书'] },
    { id: 'CALLIGRAPHY', zh: '书画', en: 'Calligraphy and painting', synonyms: ['书法', '绘画', '国画'] },
    { id: 'MUSIC', zh: '音乐', en: 'Music', synonyms: ['唱歌', '乐器'] },
    { id: 'DANCE', zh: '舞蹈', en: 'Dance', synonyms: ['广场舞'] },
    { id: 'CHESS_CARDS', zh: '棋牌', en: 'Chess and cards', synonyms: ['象棋', '围棋', '麻将'] },
    { id: 'TEA', zh: '品茶', en: 'Tea', synonyms: ['茶艺', '喝茶'] },
    { id: 'COOKING', zh: '烹饪烘焙', en: 'Cooking and baking', synonyms: ['烘焙', '美食', '做饭'] },
    { id: 'GARDENING', zh: '养花', en: 'Gardening', synonyms: ['园艺', '花草'] },
    { id: 'PETS', zh: '宠物', en: 'Pets', synonyms: ['养狗', '养猫'] },
    { id: 'COLLECTING', zh: '收藏', en: 'Collecting', synonyms: ['古玩'] },
    { id: 'PARENT_CHILD', zh: '亲子活动', en: 'Time with children', synonyms: ['亲子'] },
  ],
});

export const dictionaries = [occupations, hobbies];
