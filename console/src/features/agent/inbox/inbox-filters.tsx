import { type FormEvent, useEffect, useState } from 'react';
import type { Agent, Operations, Tag } from '../../../app/api.gen.ts';
import { useTexts } from '../../../app/language.ts';
import { navigate, useAddress } from '../../../app/router.tsx';
import { Field, Select } from '../../../ui/form.tsx';
import { INBOX_TEXTS } from './inbox-texts.ts';

type Filter = NonNullable<Operations['GET /v2/conversations']['query']>;

const DAY_MS = 86_400_000;
const CHANNELS = ['chat', 'email', 'whatsapp', 'voice'];

/** What each entry of `show` asks for. */
const SHOWS: Record<string, Filter> = {
  person: { status: 'Escalated to Human Agent' },
  mine: { taken: 'me' },
  taken: { taken: 'anybody' },
  waiting: { status: 'Waiting for Customer' },
  resolved: { resolved: true },
  escalated: { escalated: true },
  tried: { source: 'playground', exceptSource: undefined },
};

/** The filter that an address asks for; days are those of this browser. */
export function filterOf(query: URLSearchParams): Filter {
  const text = (name: string) => query.get(name) || undefined;
  const feedback = query.get('feedback');
  const since = startOf(query.get('since'));
  const until = startOf(query.get('until'));
  const filter: Filter = {
    exceptSource: 'playground',
    ...SHOWS[query.get('show') ?? ''],
    agentId: text('bot'),
    tag: text('tag'),
    channel: text('channel'),
    search: text('search'),
    feedback: feedback === 'any' || feedback === 'good' || feedback === 'bad' ? feedback : undefined,
    since,
    until: until === undefined ? undefined : until + DAY_MS,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function startOf(day: string | null): number | undefined {
  const ms = day ? new Date(`${day}T00:00:00`).getTime() : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

export function InboxFilters({ bots, tags }: { bots: Agent[]; tags: Tag[] }) {
  const texts = useTexts(INBOX_TEXTS);
  const { query } = useAddress();
  const value = (name: string) => query.get(name) ?? '';
  const set = (name: string, chosen: string) => {
    const next = new URLSearchParams(query);
    if (chosen) next.set(name, chosen);
    else next.delete(name);
    const search = next.toString();
    navigate(search ? `/inbox?${search}` : '/inbox', { replace: true });
  };
  const choice = (name: string) => ({
    value: value(name),
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  });
  const every: [string, string] = ['', texts.every];
  const shows = Object.entries(texts.shows).map(([name, text]): [string, string] => [name === 'all' ? '' : name, text]);
  const isMore = ['feedback', 'bot', 'tag', 'channel', 'since', 'until'].some((name) => query.has(name));
  return (
    <search className="stack" aria-label={texts.filters}>
      <div className="filters">
        <Select label={texts.show} options={shows} {...choice('show')} />
        <SearchField value={value('search')} onSearch={(text) => set('search', text)} />
      </div>
      <details open={isMore || undefined}>
        <summary>{texts.more}</summary>
        <div className="filters">
          <Select
            label={texts.bot}
            options={[every, ...bots.map(({ id, name }): [string, string] => [id, name])]}
            {...choice('bot')}
          />
          <Select
            label={texts.tag}
            options={[every, ...tags.map(({ id, tagName }): [string, string] => [id, tagName])]}
            {...choice('tag')}
          />
          <Select label={texts.channel} options={[every, ...channels(value('channel'))]} {...choice('channel')} />
          <Select label={texts.feedback} options={Object.entries(texts.feedbacks)} {...choice('feedback')} />
          <Field label={texts.since} type="date" {...choice('since')} />
          <Field label={texts.until} type="date" {...choice('until')} />
        </div>
      </details>
      {[...query.keys()].length > 0 && (
        <div>
          <button type="button" className="quiet" onClick={() => navigate('/inbox')}>
            {texts.clear}
          </button>
        </div>
      )}
    </search>
  );
}

/** The usual ones, and the one that is asked for. */
const channels = (asked: string): [string, string][] =>
  [...new Set([...CHANNELS, ...(asked ? [asked] : [])])].map((name) => [name, name]);

/** Searches when somebody pauses, or at once by Enter. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const texts = useTexts(INBOX_TEXTS);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), 400);
    return () => clearTimeout(timer);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <Field
        label={texts.search}
        type="search"
        placeholder={texts.searchHint}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
