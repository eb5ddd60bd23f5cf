import {
  Activity,
  type Brightness,
  Explanation,
  IntentGrade,
  Keys,
  Lifecycle,
  Mark,
  Meter,
  OwnerType,
  RoadSteps,
  ServiceTier,
  Stickiness,
  tokens,
  useText,
  useTheme,
  ValueClass,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Check, Minus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from './words.ts';

/** Beside look/10-labels-and-tokens.png. */
export function LabelsBoard() {
  const t = useText();
  const { brightness } = useTheme();
  return (
    <div className="yl-board">
      <div>
        <div className="yl-board-title">
          <Mark size={30} />
          {t(words.sevenLabels)}
        </div>
        <p className="yl-quiet">{t(words.shapeSays)}</p>
        <Labels />
        <h2>{t(words.road)}</h2>
        <p className="yl-quiet">{t(words.roadSays)}</p>
        <div className="yl-acts">
          <RoadSteps
            label={t(words.road)}
            steps={[
              { title: t(words.walked), state: 'done' },
              { title: t(words.walkedToo), state: 'done' },
              { title: t(words.now), state: 'now' },
              { title: t(words.ahead), state: 'next' },
              { title: t(words.late), state: 'late' },
            ]}
          />
        </div>
        <div className="yl-acts">
          <Button type="primary">{t(words.primary)}</Button>
          <Button>{t(words.secondary)}</Button>
          <Button variant="filled" color="default">
            {t(words.outcome)}
          </Button>
          <Button type="text">{t(words.quiet)}</Button>
          <Button size="small">
            {t(words.small)} <Keys of="2" />
          </Button>
          <span className="yl-chip">
            {t(words.project)} <b>{t(words.projectName)}</b>
            <X size={14} aria-hidden="true" />
          </span>
          <input type="checkbox" className="yl-check" defaultChecked aria-label={t(words.chosen)} />
          <input type="checkbox" className="yl-check" aria-label={t(words.notChosen)} />
        </div>
        <h2>{t(words.opens)}</h2>
        <Explanations />
      </div>
      <Tokens brightness={brightness} />
    </div>
  );
}

function Labels() {
  const t = useText();
  const lines: readonly (readonly [string, ReactNode, string])[] = [
    [
      t(words.grade),
      (['A', 'B', 'C', 'D', 'PENDING'] as const).map((value) => <IntentGrade key={value} value={value} said />),
      t(words.gradeSays),
    ],
    [
      t(words.lifecycle),
      (['POTENTIAL', 'PROSPECTIVE', 'CLOSED', 'LONG_STANDING', 'LOST'] as const).map((value) => (
        <Lifecycle key={value} value={value} />
      )),
      t(words.lifecycleSays),
    ],
    [
      t(words.value),
      (['HIGH_NET_WORTH', 'UPGRADER', 'FIRST_NEED', 'EMERGING'] as const).map((value) => (
        <ValueClass key={value} value={value} />
      )),
      t(words.valueSays),
    ],
    [
      t(words.activity),
      (['ACTIVE', 'COOLING', 'SILENT', 'DORMANT'] as const).map((value) => <Activity key={value} value={value} />),
      t(words.activitySays),
    ],
    [
      t(words.tier),
      [
        <ServiceTier key="1" value="VIP" />,
        <ServiceTier key="2" value="STANDARD" />,
        <ServiceTier key="3" value="STANDARD" flagged />,
        <ServiceTier key="4" value="VIP" flagged />,
      ],
      t(words.tierSays),
    ],
    [
      t(words.stickiness),
      (['UNREACHED', 'TOUCHED', 'TRUSTING', 'RELIANT', 'DEVOTED'] as const).map((value) => (
        <Stickiness key={value} value={value} />
      )),
      t(words.stickinessSays),
    ],
    [
      t(words.type),
      (['WARM', 'EXPECTANT', 'RESERVED', 'UNJUDGED'] as const).map((value) => <OwnerType key={value} value={value} />),
      t(words.typeSays),
    ],
  ];
  return (
    <div className="yl-label-lines">
      {lines.map(([title, labels, says]) => (
        <div key={title}>
          <b className="yl-strong">{title}</b>
          <div>{labels}</div>
          <span className="yl-foot">{says}</span>
        </div>
      ))}
    </div>
  );
}

function Explanations() {
  const t = useText();
  return (
    <div className="yl-two">
      <div className="yl-float">
        <Explanation label={<ServiceTier value="VIP" />} title={t(words.score)} since={t(words.scoreSays)}>
          {[
            [t(words.need), 24, 30],
            [t(words.contribution), 36, 40],
            [t(words.loyalty), 26, 30],
          ].map(([title, got, of]) => (
            <div key={title} className="yl-part">
              <span>{title}</span>
              <Meter share={Number(got) / Number(of)} label={String(title)} />
              <span className="yl-num">
                {got} / {of}
              </span>
            </div>
          ))}
        </Explanation>
      </div>
      <div className="yl-float">
        <Explanation label={<Stickiness value="TRUSTING" />} since={t(words.lastDays)}>
          {[
            [true, t(words.asksFirst), t(words.october)],
            [true, t(words.accepted), t(words.november)],
            [false, t(words.recognises), t(words.notYet)],
          ].map(([seen, title, when]) => (
            <div
              key={String(title)}
              className="yl-pane-line"
              style={{ margin: 0, padding: 0, border: 0, fontSize: 13 }}
            >
              <span className="yl-kit-row">
                {seen ? <Check size={14} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
                {title}
              </span>
              <span className="yl-foot">{when}</span>
            </div>
          ))}
        </Explanation>
      </div>
    </div>
  );
}

function Tokens({ brightness }: { readonly brightness: Brightness }) {
  const t = useText();
  const { antd, own } = tokens[brightness];
  const colours = [
    [words.accent, antd.colorPrimary],
    [words.accentGround, antd.colorPrimaryBg],
    [words.green, antd.colorSuccess],
    [words.amber, own.warningMark],
    [words.red, antd.colorError],
    [words.ink, antd.colorText],
    [words.second, antd.colorTextSecondary],
    [words.caption, antd.colorTextTertiary],
    [words.hairline, antd.colorBorder],
    [words.ground, antd.colorBgLayout],
  ] as const;
  const chart = [words.teal, words.ochre, words.rust, words.sky, words.violet, words.black];
  const type = [
    ['47', words.figures, '600 32px/40px'],
    [t(words.person), words.pageTitle, '600 20px/28px'],
    [t(words.gradeB), words.cardTitle, '600 16px/24px'],
    [t(words.visit), words.body, '400 14px/22px'],
    [t(words.lastMet), words.tables, '400 13px/20px'],
    [t(words.asOf), words.foot, '400 12px/18px'],
  ] as const;
  return (
    <div>
      <h2>{t(words.colours)}</h2>
      <p className="yl-foot">{t(words.oneAccent)}</p>
      <div className="yl-swatches" style={{ '--per-row': 5 } as Record<string, number>}>
        {colours.map(([title, colour]) => (
          <div key={title.zh}>
            <i style={{ background: colour }} />
            {t(title)}
            <div className="yl-foot">{colour}</div>
          </div>
        ))}
      </div>
      <h2>{t(words.charts)}</h2>
      <div className="yl-swatches" style={{ '--per-row': 6 } as Record<string, number>}>
        {own.chart.map((colour, index) => (
          <div key={colour}>
            <i style={{ background: colour }} />
            {t(chart[index] ?? words.black)}
            <div className="yl-foot">{colour}</div>
          </div>
        ))}
      </div>
      <div className="yl-sequence">
        {own.sequence.map((colour) => (
          <i key={colour} style={{ background: colour }} />
        ))}
      </div>
      <h2>{t(words.letters)}</h2>
      <div className="yl-type">
        {type.map(([sample, title, font]) => (
          <div key={title.zh}>
            <span style={{ font: `${font} var(--yl-font-family)` }}>{sample}</span>
            <span className="yl-foot">{t(title)}</span>
          </div>
        ))}
      </div>
      <h2>{t(words.radii)}</h2>
      <div className="yl-radii">
        {[4, 6, 10, 12, 16].map((radius) => (
          <div key={radius}>
            <i style={{ borderRadius: radius, ...(radius === 12 ? { boxShadow: 'var(--yl-shadow-popover)' } : {}) }} />
            {radius}
          </div>
        ))}
      </div>
    </div>
  );
}
