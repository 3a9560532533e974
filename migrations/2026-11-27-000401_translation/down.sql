drop table rung_translation, ladder_translation, accreditation_translation, program_translation, item_translation,
    dimension_translation, anchor_translation, questionnaire_translation, disclaimer_translation, source_translation,
    claim_translation, page_translation;
