drop index person_closed; drop index person_words; drop function is_sought(text, text, text); drop function words_of(text, text);
