from compactctl.formats.link_targets import LinkTargets


def test_no_page_has_a_name_that_windows_keeps_for_a_device_or_a_folder_for_its_list() -> None:
    targets = LinkTargets("../")
    for name in ("index", "con", "prn", "aux", "nul", "com1", "lpt9"):
        assert targets.area(name) == f"../areas/{name}-.html"
        assert targets.authority(name) == f"../authorities/{name}-.html"
    assert targets.area("console") == "../areas/console.html"
