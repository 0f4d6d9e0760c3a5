"""statistics, exact to the last digit, and what it refuses."""
from statistics import *
import statistics, random, copy
from fractions import Fraction as F
from decimal import Decimal as D
def t(f,*a,**k):
    try: print(f.__name__, repr(f(*a,**k)))
    except BaseException as e: print(f.__name__,type(e).__name__, e)
for f in (mean,fmean,geometric_mean,harmonic_mean,median,median_low,median_high,median_grouped,mode,multimode,pstdev,pvariance,stdev,variance,quantiles):
    for d in ([],['a'],[1],[1,2,'a'],[D('1.5'),D(2),D('nan')],[1.5,float('inf')],[float('inf'),float('-inf')],[F(1,3),2,3.5],[F(1,3),2,3],[F(1,3),D(1)],[True,False,True],[-1,2],[0,2],5,[D('1.1'),D('2.2'),D('3.7')],[0.1]*7,[1,1,2,2,3]): t(f,d)
t(fmean,[1,2],[1]); t(fmean,[1,2],[0,0]); t(fmean,[1,2,3],[1,2,3]); t(harmonic_mean,[1,2],[1]);t(harmonic_mean,[1,2],[1,-1]);t(harmonic_mean,[40,60],weights=[5,30])
t(quantiles,[1,2,3],n=0); t(quantiles,[1,2,3],method='x'); t(quantiles,range(10),n=4,method='inclusive'); t(quantiles,[1.5,3,9,12],n=10); t(quantiles,[1.5,3,9,12],n=10,method='inclusive')
t(covariance,[1,2],[1]);t(covariance,[1],[1]);t(correlation,[1,2],[1]);t(correlation,[1],[1]);t(correlation,[1,1],[1,2]);t(correlation,[1,2],[1,2],method='x');t(linear_regression,[1],[1]);t(linear_regression,[1,1],[1,2]);t(linear_regression,[1,2],[1])
t(NormalDist,0,-1); t(NormalDist.from_samples,[1]); t(NormalDist().inv_cdf,0); t(NormalDist(0,0).pdf,1); t(NormalDist(0,0).cdf,1); t(NormalDist().overlap,3); t(NormalDist(0,0).overlap,NormalDist()); t(NormalDist(0,0).zscore,1)
t(median_grouped,[1,2,3],'a'); t(mode,'aab'); t(multimode,'aabb')
r=random.Random(1)
for i in range(6):
    n=r.randint(2,12)
    x=[r.choice([r.uniform(-10,10),r.randint(-5,5),r.uniform(0,1e9)]) for _ in range(n)]; y=[r.gauss(0,3) for _ in range(n)]
    t(mean,x);t(fmean,x);t(pstdev,x);t(stdev,x);t(variance,x);t(pvariance,y);t(quantiles,y,n=5);t(covariance,x,y);t(correlation,x,y);t(correlation,x,y,method='ranked');t(linear_regression,x,y);t(linear_regression,x,y,proportional=True);t(geometric_mean,[abs(v)+1 for v in x]);t(harmonic_mean,[abs(v)+.1 for v in x]);t(median_grouped,[round(v) for v in x])
    t(stdev,[D(repr(v)) for v in x]); t(stdev,[F(v).limit_denominator(10) for v in x]); t(pvariance,x,mean(x)); t(mean,[D(repr(v)) for v in x])
    nd=NormalDist(r.uniform(-3,3), r.uniform(.1,4)); nd2=NormalDist(r.uniform(-3,3), r.uniform(.1,4))
    print(nd, nd.pdf(1.5), nd.cdf(.7), nd.cdf(9), nd.inv_cdf(r.random()), nd.inv_cdf(1e-9), nd.quantiles(5), nd.overlap(nd2), nd.zscore(1), nd+nd2, nd-nd2, nd*2, nd/3, 2+nd, 2-nd, 3*nd, -nd, +nd, nd==nd2, nd.variance)
    print(NormalDist.from_samples(x), nd.samples(3,seed=5))
print(hash(NormalDist(1,2))==hash((1.0,2.0)), copy.deepcopy(NormalDist(1,2)), issubclass(StatisticsError,ValueError))

data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for kernel in "normal", "logistic", "sigmoid", "rectangular", "triangular", "parabolic", "quartic", "triweight", "cosine", "gauss", "biweight":
    pdf, cdf, rand = statistics.kde(data, 1.5, kernel), statistics.kde(data, h=1.5, kernel=kernel, cumulative=True), statistics.kde_random(data, 1.5, kernel, seed=8675309)
    print(kernel, [round(pdf(x), 12) for x in (-3, 0.5, 6)], [round(cdf(x), 12) for x in (-9, 0.5, 9)], [round(rand(), 10) for _ in range(3)], pdf.__doc__, rand.__name__)
for call in (lambda: statistics.kde([], 1), lambda: statistics.kde(["a"], 1), lambda: statistics.kde([1], 0), lambda: statistics.kde([1], 1, "x")):
    try: call()
    except (statistics.StatisticsError, TypeError) as e: print(type(e).__name__, e)
