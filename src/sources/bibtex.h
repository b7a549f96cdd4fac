#pragma once
#include "sources/source.h"

namespace hoego {

/// Bibliographies (.bib) of BibTeX and biblatex, as Zotero, Mendeley, JabRef and BibDesk write them.
extern const Source bibtex_source;

}  // namespace hoego
