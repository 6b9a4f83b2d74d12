import { readdirSync, readFileSync } from "node:fs";
import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { CUT, DIST } from "../tests/e2e/lib/site.mjs";
const folder="/work/main/public/data/indicators/";
const read=n=>JSON.parse(readFileSync(folder+n,"utf8"));
const cities=read("city-population-wup.json");
const whole=cities.series.filter(({points})=>points.length===18);
const series=Array.from({length:38},(_,i)=>{const it=whole[i%whole.length];const copy=i<whole.length?1:0.9;return {...it,place:copy===1?it.place:it.place+"-2",points:it.points.map(([y,v,...r])=>[y,Math.round(v*copy),...r])}});
const data={words:readFileSync(DIST+"/"+CUT+"words/en.json","utf8"),lines:JSON.stringify(read("population.json")),select:JSON.stringify({...cities,series}),page:readdirSync(folder).sort().map(n=>JSON.stringify(read(n)))};
const server=await serve("/work/main/target/bench");
const browser=await launch({args:["--disable-gpu","--disable-frame-rate-limit","--disable-gpu-vsync"]});
await withPage(browser,{viewport:{width:1280,height:900}},async(page)=>{
 await page.goto(server.base);
 console.log(await page.evaluate(async(data)=>{
  const peer=await import(new URL("ours.js",location.href).href); await peer.start(data);
  const box=document.getElementById("box"); const cell=box.appendChild(document.createElement("div")); cell.style.cssText="width:640px;height:300px;overflow:hidden";
  const med=a=>{a.sort((x,y)=>x-y);return a[a.length>>1].toFixed(2)};
  const frame=()=>new Promise(r=>requestAnimationFrame(()=>{const {port1,port2}=new MessageChannel();port1.onmessage=r;port2.postMessage(null)}));
  const places=JSON.parse(data.select).series.map(s=>s.place);
  atlasLoad(data.select);
  const out={};
  const dd=[],w=[],h=[],l=[],ld=[];
  for(let i=0;i<120;i++){await frame();let s=performance.now();const [first,marks]=atlasSelect([places[i%38],places[(i*7+3)%38]].join(","),640,300);let m=performance.now();let e0;if(marks===undefined){cell.innerHTML=first}else{cell.querySelector("desc").textContent=first;e0=performance.now();cell.querySelector("svg > g:last-child").innerHTML=marks};let e=performance.now();if(i>=20)dd.push(e0-m);document.body.getBoundingClientRect();cell.querySelector("svg").getBBox();let q=performance.now();if(i>=20){w.push(m-s);h.push(e-m);l.push(q-e)}}
  out.c=[med(dd),med(w),med(h),med(l)];
  const w2=[],h2=[],l2=[];
  for(let i=0;i<40;i++){await frame();cell.innerHTML="";let s0=performance.now();atlasLoad(data.lines);let s=performance.now();const svg=atlasDraw(data.lines,640,300);let m=performance.now();cell.innerHTML=svg;let e=performance.now();document.body.getBoundingClientRect();cell.querySelector("svg").getBBox();let q=performance.now();if(i>=10){ld.push(s-s0);w2.push(m-s);h2.push(e-m);l2.push(q-e)}}
  out.a=[med(ld),med(w2),med(h2),med(l2)];
  const w3=[],h3=[];
  for(let i=0;i<10;i++){await frame();let t=0,u=0,v=0;for(const p of data.page){let s0=performance.now();atlasLoad(p);let s=performance.now();const svg=atlasDraw(p,320,200);let m=performance.now();cell.innerHTML=svg;let e=performance.now();t+=m-s;u+=e-m;v+=s-s0;}if(i>2){w3.push([v,t,u])}}
  out.b=w3.map(r=>r.map(x=>x.toFixed(1)).join("/")).join(" ");
  return JSON.stringify(out);
 },data));
});
await browser.close(); await server.close();
