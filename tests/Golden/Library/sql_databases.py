# SQL: a database in memory and one in a file.
import os
import sqlite3
import tempfile
from contextlib import closing

con = sqlite3.connect(":memory:")
cur = con.cursor()
print(cur.execute("create table people (id integer primary key, name text not null, age int, data blob, ratio real)") is cur, cur.description, cur.rowcount)
cur.execute("insert into people (name, age) values (?, ?)", ("Ann", 30))
print(cur.lastrowid, cur.rowcount, con.in_transaction, con.total_changes)
cur.executemany("insert into people (name, age, data, ratio) values (:name, :age, :data, :ratio)", [
    {"name": "Bob", "age": None, "data": b"\x00\xff", "ratio": 1.5}, {"name": "Çelik", "age": 2**40, "data": None, "ratio": -0.0}, {"name": "O'Hara", "age": True, "data": bytearray(b"x"), "ratio": 3}])
print(cur.rowcount, cur.lastrowid)
con.commit()
print(con.in_transaction, cur.execute("select * from people order by id").fetchall())
print([d[0] for d in cur.description], cur.description[0], cur.fetchone())
for name, age in con.execute("select name, age from people where age > ? order by name", (1,)):
    print(name, age)
cur.execute("select id from people")
print(cur.fetchone(), cur.fetchmany(2), cur.fetchmany(), cur.fetchall(), cur.arraysize)

# Transactions.
try:
    with con:
        con.execute("insert into people (name) values ('Temp')")
        con.execute("insert into people (name) values (NULL)")
except sqlite3.IntegrityError as error:
    print(type(error).__name__, error, error.sqlite_errorname, error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_NOTNULL)
print(con.execute("select count(*) from people").fetchone(), con.isolation_level)
with con:
    con.execute("update people set age = age + 1 where age is not null")
con.execute("delete from people where name = 'Bob'")
con.rollback()
print(con.execute("select name from people where name = 'Bob'").fetchone())

# Rows with names.
con.row_factory = sqlite3.Row
row = con.execute("select id, name, age as years from people where id = 1").fetchone()
print(row["name"], row[0], row["YEARS"], row.keys(), len(row), tuple(row), dict(row), row[-1], row[0:2], row == con.execute("select id, name, age as years from people where id = 1").fetchone())
try:
    row["nothing"]
except IndexError as error:
    print(error)
con.row_factory = lambda cursor, row: {d[0]: v for d, v in zip(cursor.description, row)}
print(con.execute("select 1 as one, 'x' as two").fetchone())
con.row_factory = None

# Functions, aggregates and collations of the program.
con.create_function("double", 1, lambda x: x * 2)
con.create_function("joined", -1, lambda *args: "-".join(map(str, args)), deterministic=True)


class Longest:
    def __init__(self):
        self.value = ""

    def step(self, value):
        self.value = max(self.value, value, key=len)

    def finalize(self):
        return self.value


con.create_aggregate("longest", 1, Longest)
con.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(con.execute("select double(21), double('ab'), joined(1, 2.5, null, 'x'), longest(name) from people").fetchone())
print(con.execute("select name from people order by name collate backwards").fetchall())
con.create_function("fails", 0, lambda: 1 / 0)
for sql, parameters in (("select fails()", ()), ("selec 1", ()), ("select * from nothing", ()), ("select ?", ()), ("select ?, ?", (1,)), ("select :a", {"b": 1}), ("select ?", ([],)), ("select 1; select 2", ()),
                        ("insert into people values (1, 'x', 1, 1, 1)", ()), ("select \0", ())):
    try:
        print(con.execute(sql, parameters).fetchall())
    except sqlite3.Error as error:
        print(type(error).__name__, error)
try:
    con.executemany("select ?", [(1,)])
except sqlite3.ProgrammingError as error:
    print(error)

# Scripts, dumps, files and backups.
con.rollback()
con.executescript("""
    -- two tables
    create table a (x); create table b (y);
    insert into a values (1); insert into a values ('it''s');
    create index i on a (x);
""")
print(list(con.iterdump())[-6:])
path = os.path.join(tempfile.mkdtemp(), "file.db")
with closing(sqlite3.connect(path, isolation_level=None)) as other:
    con.backup(other)
    other.execute("begin")
    other.execute("insert into a values (x'0102')")
    other.execute("commit")
with sqlite3.connect(path) as other:
    other.text_factory = bytes
    print(other.execute("select x from a").fetchall(), other.in_transaction)
    other.text_factory = lambda data: data.decode().upper()
    print(other.execute("select x from a").fetchall())
other.close()
try:
    other.execute("select 1")
except sqlite3.ProgrammingError as error:
    print(error)
try:
    sqlite3.connect(os.path.join(path, "no", "way"))
except sqlite3.OperationalError as error:
    print(error)
with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as other:
    try:
        other.execute("create table c (z)")
    except sqlite3.OperationalError as error:
        print(error)


# Types of the program.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"


sqlite3.register_adapter(complex, lambda z: f"{z.real}|{z.imag}")
sqlite3.register_converter("point", lambda text: tuple(map(int, text.split(b";"))))
with closing(sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)) as typed:
    typed.execute("create table p (at point, note)")
    typed.execute("insert into p values (?, ?)", (Point(1, 2), 3 + 4j))
    print(typed.execute("select at, note from p").fetchone(), typed.execute("select '5;6' as 'q [point]'").fetchone())
with closing(sqlite3.connect(":memory:", autocommit=False)) as strict:
    strict.execute("create table t (v)")
    print(strict.in_transaction, strict.autocommit)
    strict.commit()
    strict.execute("insert into t values (1)")
    strict.rollback()
    print(strict.execute("select count(*) from t").fetchone())
seen = []
con.set_trace_callback(seen.append)
con.execute("select ?", ("traced",))
con.set_trace_callback(None)
print(seen, sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select"), sqlite3.apilevel, sqlite3.paramstyle, con.execute("select sqlite_version()").fetchone()[0] == sqlite3.sqlite_version)
con.close()
