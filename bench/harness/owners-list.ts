/** An owners' list as a big estate would hand it over: one row per home, one home in eight with a co-owner. All invented. `first` begins another list. */
export function ownersList(rows: number, first = 0): Buffer {
  const lines = ['项目名称,楼栋,单元,房号,建筑面积,业主姓名,手机号码,性别,领房时间,个人爱好'];
  for (let n = first; n < first + rows; n += 1) {
    const floor = 1 + (Math.floor(n / 4) % 30);
    const unit = 1 + (Math.floor(n / 120) % 3);
    const building = 1 + Math.floor(n / 360);
    const door = `${floor}${String(1 + (n % 4)).padStart(2, '0')}`;
    const isShared = n % 8 === 0;
    const names = isShared ? `${nameOf(n)}、${nameOf(n + 4_321)}` : nameOf(n);
    const phones = isShared ? `${phoneOf(n)};${phoneOf(n + 50_000_000)}` : phoneOf(n);
    lines.push(
      `锦绣花园,${building}栋,${unit}单元,${door},${(80 + (n % 70)).toFixed(2)},${names},${phones},${n % 2 ? '男' : '女'},2025-0${1 + (n % 9)}-1${n % 10},羽毛球`,
    );
  }
  return Buffer.from(lines.join('\n'));
}

const families = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗';
const givens = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚';

function nameOf(n: number): string {
  return `${families[n % 20]}${givens[Math.floor(n / 20) % 20]}${givens[Math.floor(n / 400) % 20]}`;
}

function phoneOf(n: number): string {
  return `138${String(n).padStart(8, '0')}`;
}
