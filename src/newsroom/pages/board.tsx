import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { type Board, type BoardSpan, boardSpans } from '../../model/board.ts';
import { boardStrings } from '../../strings/board.ts';
import { useAnswer, useSession } from '../session.tsx';
import './board.css';
import { Failure } from '../shell/awaiting.tsx';

/** What readers read: now, today and in thirty days, by story and section, each picture with its figures behind it. */
export function ReadershipBoard() {
  const { t, language, count, may } = useSession();
  const words = boardStrings[language];
  const [span, setSpan] = useState<BoardSpan>('today');
  const board = useAnswer('board', { query: { span } }, { every: 30_000 });
  if (!may('read-readership')) return <p>{t.noRight}</p>;
  return (
    <>
      <div className="top">
        <h1>{words.title}</h1>
        <p className="meta" role="status">
          {board.data && count(words.reads, board.data.total)}
        </p>
      </div>
      <div className="filters" role="group" aria-label={words.span}>
        {boardSpans.map((one) => (
          <button key={one} type="button" aria-pressed={span === one} onClick={() => setSpan(one)}>
            {words[one]}
          </button>
        ))}
      </div>
      {span === 'now' && <p className="meta">{words.nowHint}</p>}
      <Failure error={board.error} />
      {board.data && (
        <>
          {board.data.series.some(({ reads }) => reads > 0) && (
            <Series series={board.data.series} byDay={span === 'month'} />
          )}
          {board.data.total === 0 ? (
            <p className="empty">{words.none}</p>
          ) : (
            <div className="board">
              <MostRead stories={board.data.stories} />
              <BySection sections={board.data.sections} />
            </div>
          )}
        </>
      )}
      <p className="meta">{words.how}</p>
    </>
  );
}

const [chartWidth, chartHeight] = [960, 160];

/** Bars in reading order: the oldest where the language begins. */
function Series({ series, byDay }: { series: Board['series']; byDay: boolean }) {
  const { language, figure, clock, moment } = useSession();
  const words = boardStrings[language];
  const title = useId();
  const most = Math.max(1, ...series.map(({ reads }) => reads));
  const step = chartWidth / series.length;
  const name = (at: number) => (byDay ? moment(at).replace(/[،,] \S+$/, '') : clock(at));
  const labelled = byDay ? 7 : 6;
  return (
    <section className="chart" aria-labelledby={title}>
      <h2 id={title}>{byDay ? words.byDay : words.byHour}</h2>
      <svg viewBox={`0 0 ${chartWidth} ${chartHeight + 24}`} aria-hidden="true">
        <text className="chart__most" x={language === 'ar' ? chartWidth : 0} y="12">
          {figure(most)}
        </text>
        <line x1="0" x2={chartWidth} y1={chartHeight} y2={chartHeight} />
        {series.map(({ at, reads }, i) => {
          const place = language === 'ar' ? series.length - 1 - i : i;
          const height = (reads / most) * (chartHeight - 20);
          return (
            <g key={at}>
              <rect x={place * step + 2} y={chartHeight - height} width={step - 4} height={height} />
              {(series.length - 1 - i) % labelled === 0 && (
                <text x={place * step + step / 2} y={chartHeight + 18}>
                  {name(at)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <table className="list plain">
          <thead>
            <tr>
              <th scope="col">{byDay ? words.day : words.hour}</th>
              <th scope="col">{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {series.toReversed().map(({ at, reads }) => (
              <tr key={at}>
                <th scope="row">{name(at)}</th>
                <td className="num">{figure(reads)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function MostRead({ stories }: { stories: Board['stories'] }) {
  const { t, language, figure, sectionName } = useSession();
  const words = boardStrings[language];
  return (
    <section>
      <h2>{words.stories}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{words.count}</th>
            <th scope="col">{t.headline}</th>
            <th scope="col">{t.section}</th>
          </tr>
        </thead>
        <tbody>
          {stories.map(({ id, headline, section, reads }) => (
            <tr key={id}>
              <td className="num">{figure(reads)}</td>
              <td className="hl">
                <Link to="/stories/$id" params={{ id: String(id) }} dir="auto">
                  {headline}
                </Link>
              </td>
              <td>{sectionName(section)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table is the picture: each row has a bar as long as its share. */
function BySection({ sections }: { sections: Board['sections'] }) {
  const { t, language, figure, sectionName } = useSession();
  const words = boardStrings[language];
  const most = sections[0]?.reads ?? 1;
  return (
    <section>
      <h2>{words.sections}</h2>
      <table className="list plain narrow">
        <thead>
          <tr>
            <th scope="col">{t.section}</th>
            <th scope="col">{words.count}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sections.map(({ id, reads }) => (
            <tr key={id}>
              <th scope="row">{sectionName(id)}</th>
              <td className="num">{figure(reads)}</td>
              <td className="bar-cell">
                <Share share={reads / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Share({ share }: { share: number }) {
  const { language } = useSession();
  const width = share * 100;
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x={language === 'ar' ? 100 - width : 0} width={width} height="8" />
    </svg>
  );
}
