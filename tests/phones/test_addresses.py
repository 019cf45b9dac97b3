"""How phones find the laptop."""

from __future__ import annotations

import socket

from facilitator.phones.addresses import Address, addresses, chosen, hosts, join_url, score_of

WIFI = Address(19, "wlan0", "192.168.1.5")
CABLE = Address(14, "eth0", "10.0.0.7")


def test_wireless_wins_over_a_tunnel_that_owns_the_default_route() -> None:
    wireless = score_of("wlan0", "192.168.1.5", is_default=False)
    tunnel = score_of("wg0", "10.8.0.2", is_default=True)

    assert wireless > tunnel


def test_the_laptops_own_hotspot_wins_over_its_other_networks() -> None:
    assert score_of("wlp2s0", "10.42.0.1", is_default=False) > score_of("wlp3s0", "192.168.1.5", is_default=True)


def test_an_address_the_laptop_gave_itself_comes_last() -> None:
    assert score_of("eth0", "169.254.3.4", is_default=False) < score_of("eth0", "10.1.1.1", is_default=False)


def test_the_facilitators_choice_is_kept_while_the_laptop_has_it() -> None:
    assert chosen((WIFI, CABLE), "10.0.0.7") == "10.0.0.7"
    assert chosen((WIFI,), "10.0.0.7") == "192.168.1.5"


def test_without_a_network_the_laptop_names_itself() -> None:
    assert chosen(()) == "127.0.0.1"


def test_the_address_in_the_code_is_in_capitals() -> None:
    assert join_url("192.168.1.5", 8080, "K7QX93PF") == "HTTP://192.168.1.5:8080/J/K7QX93PF"


def test_the_hosts_a_phone_may_ask_for_are_addresses_and_the_local_name() -> None:
    named = hosts((WIFI,))

    assert "192.168.1.5" in named
    assert f"{socket.gethostname().split('.')[0].lower()}.local" in named


def test_every_address_found_can_be_listened_on() -> None:
    for address in addresses():
        with socket.socket() as probe:
            probe.bind((address.ip, 0))
