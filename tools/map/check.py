# independent check of the produced files (shapely): 34/63 counts, no slivers, neighbours share arcs, areas against official figures
import json,os,warnings; warnings.filterwarnings('ignore')
HERE=os.path.dirname(os.path.abspath(__file__)); PLACES=[HERE+'/out/',HERE+'/../../public/content/map/']
def at(name): return next(p+name for p in PLACES if os.path.exists(p+name))
from shapely.geometry import shape,Polygon,MultiPolygon
from shapely.ops import unary_union,transform
from pyproj import Transformer
T=Transformer.from_crs(4326,'+proj=aea +lat_1=10 +lat_2=21 +lat_0=16 +lon_0=106.5 +units=m',always_xy=True).transform
def decode(t,obj):
    sc,tr=t['transform']['scale'],t['transform']['translate']
    arcs=[]
    for a in t['arcs']:
        x=y=0;o=[]
        for dx,dy in a: x+=dx;y+=dy;o.append((x*sc[0]+tr[0],y*sc[1]+tr[1]))
        arcs.append(o)
    def ring(ix):
        o=[]
        for i in ix:
            a=arcs[i] if i>=0 else arcs[~i][::-1]
            o+=a[1:] if o else a
        return o
    out={}
    for g in t['objects'][obj]['geometries']:
        P=[g['arcs']] if g['type']=='Polygon' else g['arcs']
        out[g['id']]=(g['properties'],MultiPolygon([Polygon(ring(p[0]),[ring(h) for h in p[1:]]) for p in P]))
    return out
def arcsets(t,obj):
    def flat(x):
        for v in x:
            if isinstance(v,list): yield from flat(v)
            else: yield v
    return {g['id']:[ (~i if i<0 else i) for i in flat(g['arcs'])] for g in t['objects'][obj]['geometries']}
for lv in ['lo','mid','hi']:
    for kind in ['','.plane']:
        t=json.load(open(at(f'vn-{lv}{kind}.topo.json')))
        a,b=decode(t,'p34'),decode(t,'p63')
        assert len(a)==34 and len(b)==63
        from collections import Counter
        c=Counter(i for s in arcsets(t,'p63').values() for i in s); assert max(c.values())<=2
        c34=Counter(i for s in arcsets(t,'p34').values() for i in s)
        inv=[k for k,(p,g) in {**a,**{'o'+k:v for k,v in b.items()}}.items() if not g.is_valid]
        G={k:(transform(T,g) if not kind else g).buffer(0) for k,(p,g) in a.items()}
        H={k:(transform(T,g) if not kind else g).buffer(0) for k,(p,g) in b.items()}
        u=unary_union(list(G.values())); u63=unary_union(list(H.values()))
        ov=sum(g.area for g in G.values())-u.area
        holes=[Polygon(r).area for p in getattr(u,'geoms',[u]) for r in p.interiors]
        print(lv,kind or 'lonlat','arcs',len(t['arcs']),'shared by two p34:',sum(v==2 for v in c34.values()),'inner-only (63):',sum(v==2 for v in c.values())-sum(v==2 for v in c34.values()),'invalid',inv,'overlap %.4f%%'%(100*ov/u.area),'gaps',len(holes),'p34 vs p63 union diff %.6f%%'%(100*u.symmetric_difference(u63).area/u.area), 'area km2' if not kind else '', round(u.area/1e6) if not kind else '')
# neighbours
t=json.load(open(at('vn-hi.topo.json'))); s=arcsets(t,'p34'); a=decode(t,'p34'); nm={k:p['name'] for k,(p,g) in a.items()}
use={}
for k,v in s.items():
    for i in v: use.setdefault(i,set()).add(k)
adj={tuple(sorted(x)) for x in use.values() if len(x)==2}
print('neighbour pairs',len(adj))
tiles={x['code']:(x['row'],x['col']) for x in json.load(open(at('tiles.json')))['tiles']}
assert len(set(tiles.values()))==34
ta={tuple(sorted((p,q))) for p in tiles for q in tiles if p<q and abs(tiles[p][0]-tiles[q][0])+abs(tiles[p][1]-tiles[q][1])==1}
print('tile pairs',len(ta),'true',len(ta&adj),'false',[(nm[p],nm[q]) for p,q in ta-adj],'recall %.0f%%'%(100*len(ta&adj)/len(adj)))
diag={tuple(sorted((p,q))) for p in tiles for q in tiles if p<q and max(abs(tiles[p][0]-tiles[q][0]),abs(tiles[p][1]-tiles[q][1]))==1}
print('recall incl. diagonal %.0f%%'%(100*len(diag&adj)/len(adj)),'missing',[(nm[p],nm[q]) for p,q in adj-diag])
json.dump({k:sorted([ (q if p==k else p) for p,q in adj if k in(p,q)]) for k in nm},open(PLACES[0]+'neighbours.json','w'))
