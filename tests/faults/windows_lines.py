"""A working line for each command that the handbook does not run, in order, in the sample county with a folder `ut`."""

LINES = """\
check --gaps
list
list person --json
show hok
doctor --json
completion bash
agreement list
agreement gaps
agreement overlap
agreement history hok
agreement texts --output ut
agreement text hok --output ut/hok.pdf
agreement verify ut/hok.pdf
agreement join nar-en-lamnar --party Exempelby --date 2026-05-04 --commit
agreement withdraw hok --party Testvik --date 2026-05-05
agreement extend den-forlangda --until 2031-12-31 --date 2026-05-06
agreement terminate var-och-en --last-day 2027-12-31 --date 2026-05-07
agreement replace den-glomda --by hok --last-day 2027-12-31
meeting attach samrad-aldre-2026-11-26 --title Underlag --missing Skrivs
meeting cancel samrad-aldre-2026-11-26 --reason Sjukdom --date 2026-05-20
meeting show styrgruppen-2026-02-12
meeting agenda styrgruppen-2026-06-17 --output ut/dagordning.pdf
decision show styrgruppen-2026-02-12#beslut-medel
assignment report styrgruppen-2026-02-12#uppdrag-introduktion --date 2026-05-20 --text Klart
assignment close styrgruppen-2026-02-12#uppdrag-introduktion --date 2026-05-21 --text Avslutat
question show ensamhet-efter-hemgang
question move ensamhet-efter-hemgang --to steering --body styrgruppen --date 2026-05-22 --why Angeläget
plan status
plan new samrad-aldre 2027
plan adopt samrad-aldre 2027 --meeting samrad-aldre-2026-05-20
group list
group seats
group new --name Provgruppen --type working --level regional --reports-to styrgruppen --subject prov --target-group Alla
group leave styrgruppen --person eva-test --until 2026-05-31 --source exempel
group chair samrad-aldre --person ivar-mall --from 2026-06-01 --source exempel
group establish provgruppen --date 2026-05-25
group representation samrad-vuxna
group checklist samrad-vuxna
group mandate samrad-vuxna --output ut/uppdrag.pdf
group chart --output ut/karta.svg
person list
person show anna-exempel
person new Exempel_Person --title Chef --organisation testvik-kommun --id prov-person --commit
contact route --area testvik --subject hemgång
contact list
contact show testvik
contact checklist testvik
contact export --output ut/kontakter.csv
contact mandate testvik --output ut/ksa.pdf
contact sheet testvik --output ut/gsa.pdf
contact end testvik ksa --date 2026-05-31
forum list
forum show bus-testvik
forum end bus-testvik --date 2026-05-31 --why Upphörde
local list
local show sip-testvik
local compare sip-exempelby sip-testvik
local new --title Provrutinen --type routine --area testvik --party testvik-kommun --agreement hok
deviation show bus-ingen-kallelse
deviation close hemgang-sent-besked --date 2026-05-31
deviation summary --output ut/avvikelser.pdf
followup show hok-uppfoljning-2026-03-20
fund list
fund show trygg-hemgang-2026
fund new --name Provmedel --type grant --giver exempelmyndigheten --years 2027 --total 600000 --id provmedel
fund portion provmedel --text Allt --rule fixed --amount 600000 --id allt
fund decide provmedel --meeting styrgruppen-2026-02-12 --item medel-trygg-hemgang
fund duty provmedel --text Redovisning --due 2027-12-01 --owner processledningen --id redovisning
fund report trygg-hemgang-2026 slutredovisning --reference Dnr_1 --date 2026-05-29
fund account trygg-hemgang-2026
report responsibility --output ut/ansvar.pdf
report due
fmt --check
undo
check
"""
