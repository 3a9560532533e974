## Public

## What keeps a figure from being published
claim-label-missing = Say what the figure is about
claim-value-or-text = Enter a value or a text, and not both
claim-value-impossible = Enter a value of 0 or more
claim-value-off-scale = Enter a value from 1 to 7
claim-unit-missing = Choose the unit of the value
claim-unit-of-text = Choose the unit “text” for a fact in words
claim-statistic-missing = Choose the statistic of the value
claim-wage-statistic = Choose the statistic: pay is never shown without it
claim-wage-disclaimer = Choose a disclaimer: pay is never shown without it
claim-area-missing = Enter the area where it holds
claim-source-missing = Choose the source
claim-population-missing = Say whom it covers
claim-period-malformed = Enter a year or a month, such as 2025 or 2025-05
claim-period-backwards = Enter an end that is later than the start
claim-growth-years = Enter both years: a projection is never shown without them
claim-review-missing = Enter the day of the next check

## What keeps a comparison from being published
compare-one-sided = One side is a figure and the other is not
compare-unknown-figure = A figure in this row is not published
compare-unlike-figures = The two figures differ in statistic, unit, period or area
compare-no-figure = A fact in words stands where a figure belongs
compare-unconfirmed = A figure in this row is historical or not confirmed
