"""Swedish words of the duties, the knowledge, the tasks and the pay, as the sources have them."""

from collections.abc import Mapping

from vis_cli.model.contact import GsaTask, KsaDuty, KsaKnowledge, ServiceField

DUTIES: Mapping[KsaDuty, str] = {
    "contact": "är kontaktperson för andra aktörer i samverkan med kommunen kring vård och omsorg",
    "local-meetings": "deltar i lokala samverkansmöten med samordnande vårdcentral, och eventuella andra aktörer",
    "questions": "för frågor till och från kommunens verksamheter, inklusive utförarverksamheter i privat regi",
}
"""001:66-71"""
KNOWLEDGE: Mapping[KsaKnowledge, str] = {
    "social-services": "god kunskap om socialtjänstens organisation och uppdrag",
    "collaboration": "kännedom om aktuella samverkansfrågor kring hälso- och sjukvård och omsorg",
}
"""001:73-75"""
TASKS: Mapping[GsaTask, str] = {
    "survey": "kartlägger befintliga vård- och omsorgsgivare",
    "convene": "organiserar och sammankallar till nätverksmöten med vård- och omsorgsgivarna",
    "participation": "arbetar för högt deltagande i samverkan där vården bör vara representerad",
    "local-plans": "utarbetar gemensamt lokala handlingsplaner kring prioriterade samverkansområden och genomför dem",
    "area-plan": "säkerställer att närområdesplanen är aktuell med uppdaterade ansvarsområden",
    "crisis-support": "har särskilt ansvar för samordning av krisstöd till befolkningen vid allvarlig händelse",
}
"""004:50-55, 66-72"""
ACTORS: Mapping[str, str] = {
    "Vårdgivare": "vårdcentraler, hemsjukvård jourtid, rehab, vuxenpsykiatri, BUP, ASIH, sjukhus",
    "Kommun": "socialtjänst och bistånd, omsorgsgivare som hemtjänst, särskilt boende och LSS-boenden, elevhälsa",
    "Civilsamhället": "kyrkan och samfund, intresseorganisationer, lokala föreningar",
}
"""004:56-64"""
PAY: Mapping[str, str] = {
    "fixed": "Fast belopp per år",
    "per-inhabitant": "Belopp per invånare",
    "per-hour": "Per timme vid samverkansmöten med kommunen",
}
"""002:125-127"""
FIELDS: Mapping[ServiceField, str] = {
    "social-services": "socialtjänst",
    "elderly-care": "äldreomsorg",
    "disability": "funktionsnedsättning",
    "school": "skola",
    "preschool": "förskola",
    "health-care": "hälso- och sjukvård",
    "employment": "arbetsmarknad",
}
RUN_BY = {"region": "regionens regi", "private": "privat regi"}
"""001:77-78"""
