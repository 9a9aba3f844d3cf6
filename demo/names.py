"""Made-up names. Nobody is meant; the surnames are words, so that it shows."""

from __future__ import annotations

_FIRST = """
Abeni Adira Alasdair Amarachi Anneka Aoife Aziz Baltasar Beatriz Bethan Bilal Callum Chandra
Chidi Delphine Dilys Ebele Eirlys Ekene Elif Emeka Farid Fenella Gareth Gita Hamza Hyacinth
Idris Ines Ishaan Jarek Jocasta Kavita Keziah Kofi Leila Lorcan Magda Malika Marek Mei Mirren
Nadim Niamh Nkechi Oisin Olwen Parveen Pilar Quentin Rahel Ravi Rhodri Roza Saoirse Sefu
Tamsin Tariq Ulla Vesna Wambui Xanthe Yusuf Zofia
"""

_LAST = """
Applewhistle Barleymow Bramblecote Candlewick Chalkpit Cloudesdale Copperfinch Cornflower
Cricklewick Dandelow Dovetail Drizzlecombe Elderbank Embercroft Fairweathery Featherstow
Fernacre Fiddleneck Foxdale Gingerstone Goldthread Gorsebush Greenlane Hazelrigg Heatherby
Hollowoak Honeybourne Inkpen Ivybridge Juniperly Kestrelmoor Kingfishery Lanternhill
Larkrise Lavenderby Lilypond Marigolding Meadowsweet Millstream Mistlethrush Moonpenny
Nettlefold Nightingall Oatfield Orchardly Otterbourne Pebblebeck Pepperwood Periwinkel
Plumtree Quillfeather Rainwater Rowanberry Saltmarsh Silverbirch Skylarking Snowdropper
Sorrelby Starlingham Sundial Thimblewood Thistledown Wagtail Willowherb
"""

FIRST = tuple(_FIRST.split())
LAST = tuple(_LAST.split())
