class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}")
        self.balance -= amount


def pay(accounts, amount):
    for account in accounts:
        share = amount // (len(accounts) - 2)
        account.withdraw(share)


def safely(accounts, amount):
    try:
        pay(accounts, amount)
    except ZeroDivisionError as error:
        raise RuntimeError("cannot share") from error


accounts = [Account("Ann", 10), Account("Bob", 5), Account("Cy", 1)]
accounts[0].withdraw(4)
print([a.balance for a in accounts])
try:
    pay(accounts, 7)
except ValueError as error:
    print(error)
safely(accounts[:2], 3)
