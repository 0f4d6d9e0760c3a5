"""Machines that serve jobs: classes as people write them, without an annotation."""


class Job:
    def __init__(self, ident, work, priority=0):
        self.ident = ident
        self.work = work
        self.priority = priority
        self.next = None

    def __lt__(self, other):
        return self.priority < other.priority


class Queue:
    def __init__(self):
        self.head = None
        self.tail = None
        self.size = 0

    def put(self, job):
        job.next = None
        if self.tail is None:
            self.head = job
        else:
            self.tail.next = job
        self.tail = job
        self.size += 1

    def get(self):
        job = self.head
        if job is None:
            return None
        self.head = job.next
        if self.head is None:
            self.tail = None
        self.size -= 1
        return job


class Machine:
    kind = "machine"

    def __init__(self, shop, ident):
        self.shop = shop
        self.ident = ident
        self.served = 0
        self.start()

    def start(self):
        self.queue = Queue()
        self.busy = False
        self.left = 0

    def speed(self):
        raise NotImplementedError

    def take(self):
        job = self.queue.get()
        if job is None:
            self.busy = False
            return
        self.busy = True
        self.job = job
        self.left = job.work

    def step(self):
        if not self.busy:
            self.take()
        if not self.busy:
            return 0
        self.left -= self.speed()
        if self.left > 0:
            return 0
        self.served += 1
        self.busy = False
        return self.shop.done(self, self.job)


class Slow(Machine):
    kind = "slow"

    def speed(self):
        return 1


class Fast(Machine):
    kind = "fast"

    def __init__(self, shop, ident, factor=3):
        self.factor = factor
        super().__init__(shop, ident)

    def speed(self):
        return self.factor


class Shop:
    def __init__(self, machines):
        self.machines = []
        for i in range(machines):
            self.machines.append(Fast(self, i) if i % 3 == 0 else Slow(self, i))
        self.log = {}
        self.last = None

    def submit(self, job):
        best = None
        for machine in self.machines:
            if best is None or machine.queue.size < best.queue.size:
                best = machine
        best.queue.put(job)

    def done(self, machine, job):
        self.log[job.ident % 64] = self.log.get(job.ident % 64, 0) + job.work
        if self.last is None or self.last < job:
            self.last = job
        if job.work > 3:
            job.work -= 3
            self.submit(job)
        return 1

    def run(self, steps):
        finished = 0
        for _ in range(steps):
            for machine in self.machines:
                finished += machine.step()
        return finished


def work(n):
    shop = Shop(9)
    for i in range(n):
        shop.submit(Job(i, 1 + i * 7 % 11, i % 5))
    finished = shop.run(n)
    served = [machine.served for machine in shop.machines]
    return finished, max(served), min(served), sum(shop.log.values()), shop.last.priority


print(*work(80000))
