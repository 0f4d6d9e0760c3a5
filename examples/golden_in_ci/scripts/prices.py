"""The cheapest offer for each article."""
from collections import defaultdict

OFFERS = """\
cup north 350
cup south 325
lamp north 2495
lamp west 2450
"""


def cheapest(text):
    offers = defaultdict(list)
    for line in text.splitlines():
        article, shop, price = line.split()
        offers[article].append((int(price), shop))
    return {article: min(prices) for article, prices in offers.items()}


for article, (price, shop) in cheapest(OFFERS).items():
    print(f"{article:<6}{price / 100:>7.2f}  {shop}")
