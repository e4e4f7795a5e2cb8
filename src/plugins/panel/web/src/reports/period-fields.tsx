/** The fields with which a report's days are chosen. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { type ChangeEvent, useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router-dom'

type Choices<Name extends string> = Readonly<Record<Name, string>>
type Change<Name extends string> = Readonly<Partial<Choices<Name>>>
/** What is chosen, or what follows from all that is chosen now. */
type Choose<Name extends string> = (change: Change<Name> | ((now: Choices<Name>) => Change<Name>)) => void

/** @returns what the address says, and what changes it: so a report can be sent to somebody, and the way back leads to it */
export function useChoices<Name extends string>(defaults: Choices<Name>): [Choices<Name>, Choose<Name>] {
  const [params, setParams] = useSearchParams()
  const names = Object.keys(defaults) as Name[]
  const choices = Object.fromEntries(
    names.map((name) => [name, chosen(params.get(name), defaults[name])]),
  ) as Choices<Name>
  // The address follows a moment later: two choices in one moment are both kept.
  const latest = useRef(choices)
  useEffect(() => {
    latest.current = choices
  }, [params])
  const choose: Choose<Name> = (change) => {
    latest.current = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) }
    const all = Object.entries<string>(latest.current)
    setParams(Object.fromEntries(all.filter(([name, value]) => value !== defaults[name as Name])))
  }
  return [choices, choose]
}

/** Beside each other where there is room; react-admin's fields take all of it otherwise. */
export const FIELDS = {
  flexWrap: 'wrap',
  '& > .MuiFormControl-root, & > .MuiAutocomplete-root': { width: { xs: 'calc(50% - 8px)', sm: 200 } },
}

/** What stands in an address may have been written by hand: of a day that is none, the usual one is taken. */
function chosen(given: string | null, fallback: string): string {
  const isRight = given !== null && (!isDay(fallback) || isDay(given))
  return isRight ? given : fallback
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
}

interface PeriodFieldsProps {
  readonly from: string
  readonly to: string
  onChange(change: (now: Choices<'from' | 'to'>) => Change<'from' | 'to'>): void
}

export function PeriodFields({ from, to, onChange }: PeriodFieldsProps) {
  const translate = useTranslate()
  const day = (name: 'from' | 'to') => (event: ChangeEvent<HTMLInputElement>) => {
    const { value } = event.target
    if (value === '') return
    onChange((now) => ({
      [name]: value,
      // A period that would end before it begins is moved, not refused.
      ...(name === 'from' ? value > now.to && { to: value } : value < now.from && { from: value }),
    }))
  }
  const shrunk = { inputLabel: { shrink: true } }
  return (
    <>
      <TextField
        label={translate('a2b.traffic.from')}
        type="date"
        value={from}
        onChange={day('from')}
        slotProps={shrunk}
      />
      <TextField label={translate('a2b.traffic.to')} type="date" value={to} onChange={day('to')} slotProps={shrunk} />
    </>
  )
}

interface ByFieldProps {
  /** Of what a report can be made by. */
  readonly names: readonly string[]
  readonly by: string
  onChange(by: string): void
}

export function ByField({ names, by, onChange }: ByFieldProps) {
  const translate = useTranslate()
  return (
    <TextField
      select
      size="small"
      label={translate('a2b.traffic.by')}
      value={by}
      onChange={({ target }) => onChange(target.value)}
    >
      {names.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`a2b.traffic.group.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
