#!/usr/bin/env python3
"""Writes the embedded Azure catalogue from four CSV files; see README.md for their columns.

The result is a folder of tab-separated text, so a refresh can be reviewed line by line. Same input,
same bytes.
"""
import argparse
import csv
import pathlib
import re
import statistics
import sys

PREFIX = "Standard_"
# One letter per origin of a price keeps the region files small.
ORIGINS = {"radar": "r", "karpenter": "k", "karpenter-corrected": "c"}
SIZE_COLUMNS = (
    "name", "family", "series", "version", "vcpus", "vcpus_billed", "memory_gib", "arch",
    "cpu_vendor", "gpus", "gpu_model", "max_data_disks", "accelerated_networking", "premium_io",
    "ephemeral_os_max_gib", "quota_family", "memory_basis", "traits", "unusable",
)  # fmt: skip


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def sku_series(name):
    """The value of karpenter.azure.com/sku-series: letters, features and version, without numbers.

    An accelerator token (T4, A100) is no part of it.
    """
    match = re.fullmatch(r"([A-Z]+)\d+(?:-\d+)?([a-zA-Z]*)((?:_[^_]+)*?)(?:_([vV]\d+))?", name)
    if not match:
        sys.exit(f"size name not understood: {name}")
    letters, features, _, version = match.groups()
    return letters + features + (f"_{version}" if version else "")


def unusable(size):
    """Why AKS or Karpenter does not run nodes on this size, as words joined by '; '."""
    reasons = []
    if size["aks_restricted"] == "true":
        reasons.append("not allowed by AKS")
    if int(size["vcpus"]) < 2:
        reasons.append("fewer than 2 vCPUs")
    if float(size["memory_gib"]) < 3.5:
        reasons.append("less than 3.5 GiB")
    if size["constrained_vcpu"] == "true":
        reasons.append("constrained vCPUs")
    if size["confidential"] == "true":
        reasons.append("confidential")
    if not reasons and size["karpenter_eligible"] != "true":
        reasons.append("no GPU driver" if int(size["gpus"]) else "not in Karpenter")
    if reasons and size["karpenter_eligible"] == "true":
        sys.exit(f"{size['name']} is eligible, yet {reasons}")
    return "; ".join(reasons)


def size_line(size):
    traits = [t for t in ("burstable", "isolated", "confidential", "constrained_vcpu") if size[t] == "true"]
    name = size["name"].removeprefix(PREFIX)
    fields = dict(size, name=name, series=sku_series(name), traits=",".join(traits), unusable=unusable(size))
    return "\t".join(fields[column] for column in SIZE_COLUMNS)


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_prices(out, prices, known):
    by_region = {}
    for price in prices:
        by_region.setdefault(price["region"], []).append(price)
    for region, entries in by_region.items():
        dates, lines = {}, []
        for price in sorted(entries, key=lambda p: p["size"]):
            origin = ORIGINS[price["source"]]
            if dates.setdefault(origin, price["as_of"]) != price["as_of"]:
                sys.exit(f"{region}: two dates for one origin: {price}")
            if price["size"] not in known:
                sys.exit(f"{region}: price of an unknown size: {price}")
            on_demand, spot = price["on_demand_usd_h"], price["spot_usd_h"]
            if not float(on_demand) > 0 or spot and not 0 < float(spot) <= float(on_demand):
                sys.exit(f"{region}: price out of range: {price}")
            lines.append("\t".join((price["size"].removeprefix(PREFIX), on_demand, spot, origin)))
        header = [f"# {region}: size, on-demand and spot in USD per hour (Linux, pay as you go), origin; @ = date of an origin"]
        write(out / "prices" / f"{region}.tsv", header + [f"@{o}\t{dates[o]}" for o in sorted(dates)] + lines)
    return by_region


def write_ratios(out, ratios):
    """The median over regions of each region's median, by family, by series letter, and over all."""
    families, series = {}, {}
    for ratio in ratios:
        value = float(ratio["ratio_median"])
        families.setdefault(ratio["family"], []).append(value)
        series.setdefault(ratio["series"], []).append(value)
    everything = [value for values in families.values() for value in values]
    lines = ["# spot price / on-demand price: kind, name, median, regions or families behind it"]
    for kind, groups in (("family", families), ("series", series), ("all", {"": everything})):
        lines += [f"{kind}\t{name}\t{statistics.median(v):.4f}\t{len(v)}" for name, v in sorted(groups.items())]
    write(out / "spot-ratios.tsv", lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("sizes", "prices", "regions", "ratios"):
        parser.add_argument(f"--{name}", required=True, metavar="CSV")
    parser.add_argument("--out", required=True, type=pathlib.Path, metavar="FOLDER")
    options = parser.parse_args()
    sizes = rows(options.sizes)
    write(
        options.out / "sizes.tsv",
        ["# " + "\t".join(SIZE_COLUMNS)] + [size_line(size) for size in sizes],
    )
    priced = write_prices(options.out, rows(options.prices), {size["name"] for size in sizes})
    lines = ["# region\tdisplay_name\tgeography\tzones\tpriced_sizes\tknown_spot_prices"]
    for region in rows(options.regions):
        zones = region["zones"] if region["has_zones"] == "true" else "0"
        prices = priced.get(region["region"], [])
        spot = sum(1 for price in prices if price["spot_usd_h"])
        fields = (region["region"], region["display_name"], region["geography_group"], zones)
        lines.append("\t".join(fields) + f"\t{len(prices)}\t{spot}")
    write(options.out / "regions.tsv", lines)
    write_ratios(options.out, rows(options.ratios))


if __name__ == "__main__":
    main()
