"""decimal: the operations under random contexts, formatting, conversions, signals and contexts."""
import random
from decimal import *
def run(seed, n):
    rng = random.Random(seed)
    def num():
        k = rng.random()
        if k < 0.05: return rng.choice(['NaN','sNaN','-NaN12','sNaN99999999','Infinity','-Infinity','0','-0','0E+5','-0E-9'])
        d = rng.choice([1,1,2,3,5,9,10,15,30])
        s = ''.join(rng.choice('0123456789') for _ in range(d))
        if rng.random()<0.2: s = s.rstrip('0') + '0'*rng.randint(1,5) if s.rstrip('0') else '1000'
        if rng.random()<0.2: s = rng.choice(['1','5','10','100','9','99999','25','125','50'])
        e = rng.choice([0,0,0,-1,-2,-5,-d,3,rng.randint(-20,20),rng.randint(-120,120)])
        return rng.choice(['','-']) + s + 'E' + str(e)
    un = ['abs','minus','plus','exp','ln','log10','logb','logical_invert','next_minus','next_plus','normalize','sqrt','to_integral_exact','to_integral_value','to_eng_string','to_sci_string','number_class','copy_abs','copy_negate','is_normal','is_subnormal','is_signed','create_decimal']
    bi = ['add','subtract','multiply','divide','divide_int','divmod','remainder','remainder_near','compare','compare_signal','compare_total','compare_total_mag','max','min','max_mag','min_mag','quantize','same_quantum','next_toward','rotate','scaleb','shift','logical_and','logical_or','logical_xor','copy_sign','power']
    for i in range(n):
        c = Context(prec=rng.choice([1,2,3,5,9,16,28,28,40]), rounding=rng.choice([ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_HALF_EVEN,ROUND_05UP]),
            Emin=rng.choice([-999999,-99,-20,-5]), Emax=rng.choice([999999,99,20,5]), capitals=rng.randint(0,1), clamp=rng.choice([0,0,1]), traps=[])
        if rng.random()<0.4:
            op = rng.choice(un); args=[num()]
        elif rng.random() < 0.08:
            op = 'fma'; args=[num(),num(),num()]
        elif rng.random() < 0.1:
            op='power'; args=[num(), str(rng.randint(-30,30))]
        elif rng.random() < 0.05:
            op='power'; args=[str(rng.randint(-30,30)), str(rng.randint(0,30)), str(rng.randint(-30,30))]
        else:
            op = rng.choice(bi); args=[num(),num()]
            if op in ('rotate','scaleb','shift') and rng.random()<.8: args[1]=str(rng.randint(-30,30))
            if op.startswith('logical') : args=[''.join(rng.choice('01') for _ in range(rng.randint(1,12))) for _ in args]
        if op=='logical_invert' and rng.random()<.8: args=[''.join(rng.choice('01') for _ in range(rng.randint(1,12)))]
        if op == 'exp' and rng.random()<.7: args=[str(rng.randint(-3000,3000)/rng.choice([1,10,1000]))]
        try:
            r = getattr(c,op)(*([Decimal(a) for a in args] if op != 'create_decimal' else args))
        except Exception as e:
            r = repr(e)
        print(i, op, args, c.prec, c.rounding, c.Emin, c.Emax, c.clamp, '->', r, [s.__name__ for s in c.flags if c.flags[s]])
    for i in range(n//5):
        spec = rng.choice(['','','<','>','^','=','x<','*^']) + rng.choice(['','','+',' ','-']) + rng.choice(['','','z']) + rng.choice(['','0','']) + rng.choice(['','5','12','20']) + rng.choice(['',',']) + rng.choice(['','.0','.1','.2','.3','.10']) + rng.choice(['','e','E','f','F','g','G','%','n'])
        x = num()
        try: r = format(Decimal(x), spec)
        except Exception as e: r = repr(e)
        print(i, x, spec, r)
    for i in range(n//10):
        a,b = num(), num()
        try: print(a,b,Decimal(a)==Decimal(b), hash(Decimal(a)) if 'NaN' not in a else 0, Decimal(a).as_tuple(), Decimal(a).adjusted(), float(Decimal(a)))
        except Exception as e: print(a,b,repr(e))
        try: print(Decimal(a)<Decimal(b), int(Decimal(a)), round(Decimal(a)), round(Decimal(a),2), Decimal(a).as_integer_ratio())
        except Exception as e: print(a,b,repr(e))
run(11, 400)


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


c = getcontext()
for name, value in [("prec", 0), ("prec", "a"), ("prec", 10**30), ("Emin", 1), ("Emax", -1), ("capitals", 2), ("clamp", 5), ("rounding", "x"), ("traps", 3)]:
    show(lambda: setattr(c, name, value))
for value in [[1], (0, (1, 2), "x"), (2, (1, 2), 1), (1, (1, 12), 1), (0, (1, 2), "F"), (0, (1, 2), "n"), "abc", None, "1e99999999999999999999", " 1_000.5 ", "٣", True, 0.1, -7]:
    show(lambda: repr(Decimal(value)))
one = Decimal(1)
for function in [lambda: one / 0, lambda: Decimal(0) / 0, lambda: one // 0, lambda: one % 0, lambda: divmod(one, 0), lambda: Decimal("1e999999") * 10, lambda: one + 1.5,
                 lambda: Decimal("nan") < 1, lambda: int(Decimal("inf")), lambda: hash(Decimal("snan")), lambda: round(Decimal("1.25"), 1), lambda: one.quantize(Decimal("1e-40")),
                 lambda: one.quantize("1"), lambda: c.power(2, 5, modulo=3), lambda: pow(Decimal(2), 3, 5), lambda: one == 1.0, lambda: one < "a", lambda: sum([Decimal("0.1")] * 3)]:
    show(function)
print(BasicContext, ExtendedContext, DefaultContext, Overflow.__mro__, c.flags, sep="\n")
with localcontext(prec=5, rounding=ROUND_UP) as local:
    print(one / 3, local)
with localcontext() as local:
    local.traps[Inexact] = True
    show(lambda: one / 3)
try:
    one / 0
except ZeroDivisionError as error:
    print(repr(error))
print(one / 3, Decimal("1.30") + Decimal("1.20"), Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(10).log10(), Decimal("7.325").quantize(Decimal(".01"), rounding=ROUND_DOWN))


class Money(Decimal):
    def __str__(self):
        return f"${self:,.2f}"


price = Money("1234.5")
print(price, repr(price), type(price + 1), price.as_tuple(), {Decimal("1.0"): 1}[1])
