import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDay } from '~/lib/dates'
import { entryOn, type Posting, postingAgainstHome, refusePosting } from './posting'

const home = 'BG.cpi-albino'
const stay = (startsOn: string, endsOn?: string, entryId = 'BG.cpi-lovere'): Posting => ({ entryId, startsOn, endsOn })

describe('refusePosting (Allegato 1, par. 6: other centres "della stessa provincia")', () => {
  test.each<[string, Posting, string | undefined, Posting[], string | undefined]>([
    ['another CPI of the province', stay('2019-10-01'), home, [], undefined],
    ['one day', stay('2019-10-01', '2019-10-01'), home, [], undefined],
    ['the CMD of the province', stay('2019-10-01', undefined, 'VA.cmd-varese'), 'VA.cpi-luino', [], undefined],
    ['no home', stay('2019-10-01'), undefined, [], 'no-home'],
    ['at home', stay('2019-10-01', undefined, home), home, [], 'home-entry'],
    ['another province', stay('2019-10-01', undefined, 'LO.cpi-lodi'), home, [], 'other-province'],
    ['end before start', stay('2019-10-02', '2019-10-01'), home, [], 'ends-before-start'],
    ['the day after another', stay('2019-10-02'), home, [stay('2019-09-01', '2019-10-01')], undefined],
    ['the last day of another', stay('2019-10-01'), home, [stay('2019-09-01', '2019-10-01')], 'overlap'],
    ['another without end', stay('2019-10-01', '2019-10-02'), home, [stay('2019-09-01')], 'overlap'],
    ['around another', stay('2019-09-01'), home, [stay('2019-10-01', '2019-10-02')], 'overlap'],
    ['another that was withdrawn', stay('2019-10-01'), home, [stay('2019-10-05', '2019-10-04')], undefined],
  ])('%s', (_, wanted, homeEntryId, others, expected) => {
    expect(refusePosting(wanted, homeEntryId, others)).toBe(expected)
  })
})

describe('postingAgainstHome', () => {
  test.each<[string, string | undefined, Posting[], boolean]>([
    ['no postings', 'LO.cpi-lodi', [], false],
    ['another home in the province', 'BG.cpi-clusone', [stay('2019-10-01')], false],
    ['another province', 'LO.cpi-lodi', [stay('2019-10-01')], true],
    ['the place of the posting', 'BG.cpi-lovere', [stay('2019-10-01')], true],
    ['no home any more', undefined, [stay('2019-10-01')], true],
    ['an ended posting', 'LO.cpi-lodi', [stay('2019-10-01', '2019-12-15')], false],
    ['a posting that ends today', 'LO.cpi-lodi', [stay('2019-10-01', '2019-12-16')], true],
    ['a posting to come', 'LO.cpi-lodi', [stay('2020-01-01')], true],
  ])('%s', (_, newHome, postings, expected) => {
    expect(postingAgainstHome(newHome, postings, '2019-12-16') !== undefined).toBe(expected)
  })
})

describe('entryOn', () => {
  const person = { homeEntryId: home, postings: [stay('2019-10-01', '2019-10-31'), stay('2020-01-01')] }

  test.each([
    ['2019-09-30', home],
    ['2019-10-01', 'BG.cpi-lovere'],
    ['2019-10-31', 'BG.cpi-lovere'],
    ['2019-11-01', home],
    ['2030-01-01', 'BG.cpi-lovere'],
  ])('on %s at %s', (day, expected) => {
    expect(entryOn(person, day)).toBe(expected)
  })

  test('a withdrawn posting never held', () => {
    expect(entryOn({ homeEntryId: home, postings: [stay('2019-10-02', '2019-10-01')] }, '2019-10-01')).toBe(home)
  })

  test('accepted postings never put a person in two places on one day', () => {
    const days = Array.from({ length: 30 }).reduce<string[]>(
      (list) => [...list, nextDay(list.at(-1) ?? '')],
      ['2019-10-01'],
    )
    const period = fc.tuple(fc.nat(29), fc.option(fc.nat(29)), fc.constantFrom('BG.cpi-lovere', 'BG.cpi-clusone'))
    fc.assert(
      fc.property(fc.array(period, { maxLength: 8 }), (periods) => {
        const accepted: Posting[] = []
        for (const [start, length, entryId] of periods) {
          const endsOn = length === null ? undefined : days[Math.min(29, start + length)]
          const wanted = stay(days[start] ?? '', endsOn, entryId)
          if (!refusePosting(wanted, home, accepted)) accepted.push(wanted)
        }
        for (const day of days) {
          const holding = accepted.filter((one) => one.startsOn <= day && (one.endsOn ?? '9999') >= day)
          expect(holding.length).toBeLessThanOrEqual(1)
          expect(entryOn({ homeEntryId: home, postings: accepted }, day)).toBe(holding[0]?.entryId ?? home)
        }
      }),
    )
  })
})
