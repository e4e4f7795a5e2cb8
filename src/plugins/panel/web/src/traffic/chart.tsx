/** Bars of attempts and answered calls, and a line of minutes; loaded when it is first shown. */
import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Figures } from './figures.ts'

const HEIGHT = 240

const fromZero = (_: uPlot, __: number, most: number): [number, number] => [0, Math.max(1, most * 1.1)]

export default function Chart({ figures }: { readonly figures: readonly Figures[] }) {
  const place = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const translate = useTranslate()
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const { primary, success, warning, text, divider } = theme.palette
    const grid = { stroke: divider, width: 1 }
    const axis = { stroke: text.secondary, grid, ticks: grid }
    const bars = uPlot.paths.bars?.({ size: [0.7, 40] })
    const series = (label: string, stroke: string, more: Partial<uPlot.Series>): uPlot.Series => ({
      label,
      stroke,
      points: { show: false },
      ...more,
    })
    const filled = (label: string, color: string): uPlot.Series =>
      series(label, color, { fill: color, ...(bars && { paths: bars }) })
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { live: false },
        // Bars that do not begin at nothing would tell of differences that are none.
        scales: {
          x: { time: false, range: [-0.6, Math.max(0.6, figures.length - 0.4)] },
          y: { range: fromZero },
          minutes: { range: fromZero },
        },
        axes: [
          {
            ...axis,
            splits: () =>
              figures.map((_, index) => index).filter((index) => index % Math.ceil(figures.length / 8) === 0),
            values: (_, splits) => splits.map((index) => figures[index]?.label.slice(5) ?? ''),
          },
          { ...axis, label: translate('a2b.traffic.calls') },
          { ...axis, scale: 'minutes', side: 1, grid: { show: false }, label: translate('a2b.traffic.minutes') },
        ],
        series: [
          {},
          filled(translate('a2b.traffic.attempts'), primary.main),
          filled(translate('a2b.traffic.answered'), success.main),
          series(translate('a2b.traffic.minutes'), warning.main, { scale: 'minutes', width: 2 }),
        ],
      },
      [
        figures.map((_, index) => index),
        figures.map(({ attempts }) => attempts),
        figures.map(({ answered }) => answered),
        figures.map(({ seconds }) => seconds / 60),
      ],
      element,
    )
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }))
    resized.observe(element)
    return () => {
      resized.disconnect()
      plot.destroy()
    }
  }, [figures, theme, translate])
  // The table below it has the same figures, for who does not see it.
  return <Box ref={place} aria-hidden sx={{ minHeight: HEIGHT + 40, overflow: 'hidden' }} />
}
